package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.transfer.ExportCheckpoint.Segment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/// Exported rows on standard output, with nothing else there.
final class StandardOutput implements ExportSink {
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  @Override
  public synchronized void add(int segment, byte[] lines, int rows, Segment next) {
    try {
      out.write(lines);
    } catch (IOException e) {
      throw CommandException.problem(
          "standard output takes no more (%s): what was written is not the whole table"
              .formatted(e.getMessage()));
    }
  }
}
