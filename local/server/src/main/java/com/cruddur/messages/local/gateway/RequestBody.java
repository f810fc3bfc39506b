package com.cruddur.messages.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The body of a request as an event carries it: as text, or in Base64.
///
/// API Gateway's documentation speaks of binary content types without listing them. What it does,
/// observed: `text/*`, JSON, XML and JavaScript are text; everything else is Base64, forms and a
/// missing content type included, even `application/problem+json`.
record RequestBody(String content, boolean isBase64Encoded) {
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
  private static final int MAX_BYTES = 10 * 1024 * 1024;

  private static final Set<String> TEXT =
      Set.of("application/json", "application/xml", "application/javascript");

  /// Reads the body, to its end even when it is too long, so that the caller gets to the answer.
  ///
  /// @param contentType the header, or null
  /// @return empty when it is longer than 10 MB
  static Optional<RequestBody> read(InputStream in, String contentType) throws IOException {
    var bytes = in.readNBytes(MAX_BYTES);
    if (in.read() >= 0) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return Optional.empty();
    }
    return Optional.of(of(bytes, contentType));
  }

  private static RequestBody of(byte[] bytes, String contentType) {
    if (isText(contentType)) {
      try {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new RequestBody(text, false);
      } catch (CharacterCodingException e) {
        // Not the text it says it is; Base64 loses nothing of it.
      }
    }
    return new RequestBody(Base64.getEncoder().encodeToString(bytes), bytes.length > 0);
  }

  private static boolean isText(String contentType) {
    if (contentType == null) {
      return false;
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT.contains(type);
  }
}
