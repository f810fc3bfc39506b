package com.cruddur.messages.cli.transfer;

/// Where exported rows go. Safe for use by several threads.
interface ExportSink {
  /// Takes a page of a segment.
  ///
  /// @param lines of the page, with their ends
  /// @param rows how many they are
  /// @param next where the segment goes on
  void add(int segment, byte[] lines, int rows, ExportCheckpoint.Segment next);
}
