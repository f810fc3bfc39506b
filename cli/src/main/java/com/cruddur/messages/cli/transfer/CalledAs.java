package com.cruddur.messages.cli.transfer;

import java.util.ArrayList;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/// The command line an operator typed, to be typed again.
public final class CalledAs {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private CalledAs() {}

  /// The command, quoted for a shell.
  ///
  /// @param without an option that is left out
  /// @param with options that are added unless they are there
  public static String typed(CommandSpec command, String without, String... with) {
    var words = new ArrayList<>(command.commandLine().getParseResult().originalArgs());
    words.remove(without);
    for (var option : with) {
      if (!words.contains(option)) {
        words.add(option);
      }
    }
    return "bin/cruddur " + String.join(" ", words.stream().map(CalledAs::quoted).toList());
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
