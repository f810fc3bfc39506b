package com.cruddur.messages.cli.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/// The lines of a file, which may be gzipped, as DynamoDB's own exports are.
final class Lines implements AutoCloseable {
  // A row of 400 KB that is all control characters or all null elements is some 3 MB of JSON.
  private static final int MAX_LINE = 4 * 1024 * 1024;
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private long number;

  /// @param file is closed with this
  Lines(InputStream file) throws IOException {
    var bytes = new BufferedInputStream(file, BUFFER);
    bytes.mark(2);
    // No JSON begins with these two.
    var isZipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    this.in = isZipped ? new BufferedInputStream(new GZIPInputStream(bytes), BUFFER) : bytes;
  }

  /// The number of the line that [#next] gave, counted from 1.
  long number() {
    return number;
  }

  /// The next line, without its end; null after the last one.
  ///
  /// @throws BadLineException when it is too long or no UTF-8; the lines behind it can be read
  /// @throws IOException when the file cannot be read, or its compressed data is cut off
  String next() throws IOException, BadLineException {
    var line = new ByteArrayOutputStream();
    var length = 0L;
    var read = in.read();
    if (read < 0) {
      return null;
    }
    number++;
    for (; read >= 0 && read != '\n'; read = in.read()) {
      length++;
      if (length <= MAX_LINE) {
        line.write(read);
      }
    }
    if (length > MAX_LINE) {
      throw new BadLineException(number, "expected a row of at most 400 KB, found a longer line");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadLineException(number, "expected UTF-8, found other bytes");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
