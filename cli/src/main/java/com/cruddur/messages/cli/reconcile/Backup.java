package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.cli.transfer.DynamoDbJson;
import com.cruddur.messages.table.InboxRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The rows that are about to be removed, a line of DynamoDB JSON each, as `import` takes them. The
/// file is made when there is something to keep, for its owner's eyes only: there are messages in
/// it.
final class Backup implements AutoCloseable {
  private final Path file;
  private FileChannel channel;

  Backup(Path file) {
    this.file = file;
  }

  /// Keeps the row; it is on the disk when this returns.
  ///
  /// @throws UncheckedIOException when it could not be kept
  synchronized void add(InboxRow row) {
    var line = DynamoDbJson.toJson(row.attributes()) + "\n";
    try {
      if (channel == null) {
        channel = open();
      }
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /// Whether anything was kept.
  synchronized boolean isUsed() {
    return channel != null;
  }

  @Override
  public synchronized void close() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
