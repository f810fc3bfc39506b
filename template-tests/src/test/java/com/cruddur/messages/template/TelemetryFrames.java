package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a runtime logs, as Lambda receives it: one frame for each event of the log.
final class TelemetryFrames {
  // FrameType and FramedTelemetryLogSink of the runtime client: type, length and time, big-endian.
  // The lower half of the type is level and format.
  private static final int TYPE = 0xa55a0000;
  private static final int TYPE_MASK = 0xffff0000;

  private TelemetryFrames() {}

  /// The contents of the frames in `file`.
  static List<String> read(Path file) throws IOException {
    var frames = new ArrayList<String>();
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    while (bytes.hasRemaining()) {
      assertThat(bytes.getInt() & TYPE_MASK).isEqualTo(TYPE);
      var content = new byte[bytes.getInt()];
      bytes.getLong();
      bytes.get(content);
      frames.add(new String(content, StandardCharsets.UTF_8));
    }
    return frames;
  }
}
