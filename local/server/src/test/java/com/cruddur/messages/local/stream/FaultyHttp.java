package com.cruddur.messages.local.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// Stands between the SDK and DynamoDB: an operation that has faults waiting meets them, one a
/// request, before it gets through again.
final class FaultyHttp implements SdkHttpClient {
  /// What a request gets in place of DynamoDB's answer.
  interface Fault {
    HttpExecuteResponse meet() throws IOException;
  }

  private final SdkHttpClient real = UrlConnectionHttpClient.create();
  private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();

  /// The next request of `operation` meets `fault`.
  void next(String operation, Fault fault) {
    faults.computeIfAbsent(operation, name -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  boolean allMet() {
    return faults.values().stream().allMatch(Queue::isEmpty);
  }

  /// An error as DynamoDB answers it.
  static Fault error(int status, String type) {
    var body =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"injected\"}";
    return () ->
        HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(status)
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .build())
            .responseBody(
                AbortableInputStream.create(
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
            .build();
  }

  /// A connection that breaks.
  static Fault connectionLost() {
    return () -> {
      throw new IOException("connection reset");
    };
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    var waiting = faults.get(target.substring(target.indexOf('.') + 1));
    var fault = waiting == null ? null : waiting.poll();
    if (fault == null) {
      return real.prepareRequest(request);
    }
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return fault.meet();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {
    real.close();
  }
}
