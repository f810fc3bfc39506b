package com.cruddur.messages.local.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final AtomicBoolean expireNext = new AtomicBoolean();
  private final Set<String> expired = ConcurrentHashMap.newKeySet();

  /// The next request of `operation` meets `fault`.
  void next(String operation, Fault fault) {
    faults.computeIfAbsent(operation, name -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  /// The iterator of the next GetRecords expires: it is of no use any more, however often it is
  /// tried.
  void expireNextIterator() {
    expireNext.set(true);
  }

  boolean allMet() {
    return !expireNext.get() && faults.values().stream().allMatch(Queue::isEmpty);
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
    var operation = target.substring(target.indexOf('.') + 1);
    var waiting = faults.get(operation);
    var fault = waiting == null ? null : waiting.poll();
    if (fault == null && operation.equals("GetRecords") && isExpired(request)) {
      fault = error(400, "ExpiredIteratorException");
    }
    if (fault == null) {
      return real.prepareRequest(request);
    }
    return answering(fault);
  }

  private boolean isExpired(HttpExecuteRequest request) {
    var body = request.contentStreamProvider().orElseThrow();
    try (var content = body.newStream()) {
      var iterator = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      if (expireNext.getAndSet(false)) {
        expired.add(iterator);
      }
      return expired.contains(iterator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExecutableHttpRequest answering(Fault fault) {
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
