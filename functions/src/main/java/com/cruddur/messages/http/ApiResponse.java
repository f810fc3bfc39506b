package com.cruddur.messages.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.message.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An answer of the HTTP API: JSON with a status. CORS headers are API Gateway's to add.
public final class ApiResponse {
  private ApiResponse() {}

  /// 200 with `value`.
  public static APIGatewayV2HTTPResponse ok(Json.Value value) {
    return of(200, value, Map.of());
  }

  /// 200 with `value` and a `Link` header (RFC 8288), left out when `link` is empty.
  public static APIGatewayV2HTTPResponse ok(Json.Value value, String link) {
    return of(200, value, link.isEmpty() ? Map.of() : Map.of("link", link));
  }

  /// The error codes as a JSON array, under the status that the first of them stands for.
  public static APIGatewayV2HTTPResponse error(List<ErrorCode> codes) {
    return of(
        status(codes.getFirst()),
        json -> {
          json.writeStartArray();
          for (var code : codes) {
            json.writeString(code.code());
          }
          json.writeEndArray();
        },
        Map.of());
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case BODY_INVALID -> 400;
      case MESSAGE_GROUP_NOT_FOUND, USER_NOT_FOUND -> 404;
      case COGNITO_USER_ID_BLANK,
          CURSOR_INVALID,
          LIMIT_INVALID,
          MESSAGE_BLANK,
          MESSAGE_EXCEED_MAX_CHARS,
          MESSAGE_GROUP_UUID_BLANK,
          MESSAGE_GROUP_UUID_INVALID,
          RECEIVER_IS_SENDER,
          RECEIVER_NOT_FOUND,
          SENDER_NOT_FOUND,
          USER_RECIEVER_HANDLE_BLANK,
          YEAR_INVALID ->
          422;
      case INTERNAL_ERROR -> 500;
      case UNAVAILABLE -> 503;
    };
  }

  private static APIGatewayV2HTTPResponse of(
      int status, Json.Value value, Map<String, String> more) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", "application/json");
    // Private messages are nothing for a shared cache.
    headers.put("cache-control", "no-store");
    headers.putAll(more);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(Json.write(value))
        .withIsBase64Encoded(false)
        .build();
  }
}
