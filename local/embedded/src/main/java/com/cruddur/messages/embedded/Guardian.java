package com.cruddur.messages.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Ends a child process and deletes its folder when this JVM is gone, also after `kill -9`.
///
/// A shell waits for the end of its standard input, a pipe that only this JVM holds open: the
/// kernel closes it with the JVM, however that ends. A shutdown hook alone would leave the child
/// behind after a kill. A folder is deleted again while something still writes into it.
///
/// Between asking a process to end and killing it stands SIGQUIT: Postgres then ends its own
/// processes, by force after five seconds, where killing it would leave them on the data. A JVM
/// only prints its threads.
///
/// See <https://www.postgresql.org/docs/17/server-shutdown.html>
public final class Guardian implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap '' INT HUP
      cat > /dev/null
      if [ -n "$1" ]; then
        for signal in TERM:15 QUIT:40 KILL:0; do
          kill -"${signal%:*}" "$1" 2> /dev/null || break
          tries=${signal#*:}
          while [ "$tries" -gt 0 ] && kill -0 "$1" 2> /dev/null; do
            sleep 0.2
            tries=$((tries - 1))
          done
        done
      fi
      if [ -n "$2" ]; then
        for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
          rm -rf -- "$2" 2> /dev/null
          [ -e "$2" ] || break
          sleep 0.2
        done
      fi
      """;

  private final Process shell;

  private Guardian(Process shell) {
    this.shell = shell;
  }

  /// Guards the process `pid`.
  ///
  /// @param folder deleted after the process has ended, or null to keep every file
  public static Guardian of(long pid, Path folder) throws IOException {
    return start(Long.toString(pid), folder == null ? "" : folder.toString());
  }

  /// Guards a folder only: it is deleted with this JVM.
  public static Guardian of(Path folder) throws IOException {
    return start("", folder.toString());
  }

  private static Guardian start(String pid, String folder) throws IOException {
    var command = List.of("/bin/sh", "-c", SCRIPT, "guardian", pid, folder);
    return new Guardian(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /// Stands the guard down without touching the child: the owner has ended it.
  @Override
  public void close() {
    shell.destroyForcibly();
    // The shell runs `cat` as its own child, which ends with the pipe.
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
