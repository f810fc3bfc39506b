package com.cruddur.messages.cli.patterns;

import com.cruddur.messages.cli.CommandException;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which part of a list: a year of it, as the Python scripts narrowed it, and how many.
final class ListOptions {
  private static final int DEFAULT = 20;

  @Option(
      names = "--year",
      paramLabel = "YYYY",
      description = "Only what is of this year (UTC, by the sort key); every year otherwise.")
  private Optional<String> year = Optional.empty();

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "" + DEFAULT,
      description = "The newest N (default: ${DEFAULT-VALUE}).")
  private int last;

  Optional<String> year() {
    if (year.filter(text -> !text.matches("\\d{4}")).isPresent()) {
      throw CommandException.wrongUse("--year takes four digits, not " + year.get());
    }
    return year;
  }

  int last() {
    if (last < 1) {
      throw CommandException.wrongUse("--last takes a number above 0, not " + last);
    }
    return last;
  }
}
