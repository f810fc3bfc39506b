package com.cruddur.messages.bench;

/// What a figure was measured on.
final class Machine {
  private Machine() {}

  static String describe() {
    return "%s %s, %d processors, Java %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"));
  }
}
