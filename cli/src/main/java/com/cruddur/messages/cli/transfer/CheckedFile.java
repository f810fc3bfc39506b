package com.cruddur.messages.cli.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/// A file that was read once from its first line to its last.
///
/// @param rows that may be imported
/// @param badLines that may not
/// @param sha256 of its bytes, in hexadecimal: whether it is the same file later
record CheckedFile(Path path, long rows, long badLines, String sha256) {

  /// Reads it; nothing is written.
  ///
  /// @param bad is told of every bad line
  /// @param progress is told how many rows were read more
  /// @return what was read until the end, or until an end was requested
  static CheckedFile check(
      Path path,
      Consumer<BadLineException> bad,
      LongConsumer progress,
      BooleanSupplier isStopRequested)
      throws IOException {
    var digest = newDigest();
    var rows = 0L;
    var badLines = 0L;
    try (var bytes = new DigestInputStream(Files.newInputStream(path), digest);
        var file = new RowFile(new Lines(bytes))) {
      while (!isStopRequested.getAsBoolean()) {
        try {
          if (file.next() == null) {
            break;
          }
          rows++;
          progress.accept(1);
        } catch (BadLineException e) {
          badLines++;
          bad.accept(e);
        } catch (EOFException | ZipException e) {
          badLines++;
          bad.accept(
              new BadLineException(
                  file.line() + 1, "expected whole gzip data, found it cut off or damaged"));
          break;
        }
      }
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException | ZipException e) {
      throw new IOException(path + " is no whole gzip file", e);
    }
    return new CheckedFile(path, rows, badLines, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
