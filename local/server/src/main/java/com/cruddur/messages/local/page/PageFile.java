package com.cruddur.messages.local.page;

import com.cruddur.messages.local.web.HttpAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A file of the built page, as it is and compressed.
///
/// @param contentType as browsers want it
record PageFile(String contentType, byte[] content, byte[] compressed) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  static PageFile read(Path file) {
    try {
      var name = file.getFileName().toString();
      var ending = name.substring(name.lastIndexOf('.') + 1);
      var type = Optional.ofNullable(TYPES.get(ending)).orElse("application/octet-stream");
      var content = Files.readAllBytes(file);
      return new PageFile(type, content, compress(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param acceptEncoding of the request, or null
  HttpAnswer answer(int status, String acceptEncoding) {
    var isCompressed = acceptEncoding != null && acceptEncoding.contains("gzip");
    var answer =
        new HttpAnswer(
            status,
            Map.of("content-type", List.of(contentType), "vary", List.of("accept-encoding")),
            isCompressed ? compressed : content);
    return isCompressed ? answer.with("content-encoding", "gzip") : answer;
  }

  private static byte[] compress(byte[] content) throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    }
    return compressed.toByteArray();
  }
}
