package com.cruddur.messages.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// Stands between the SDK and the server: counts the requests, and makes those fail that a test
/// names, in the ways DynamoDB does and DynamoDB Local does not.
public final class Faults {
  private final SdkHttpClient server = UrlConnectionHttpClient.create();
  private volatile int process;
  private final List<String> operations = Collections.synchronizedList(new ArrayList<>());
  private volatile Fault fault = Call::send;

  /// What happens to a request.
  @FunctionalInterface
  public interface Fault {
    HttpExecuteResponse answer(Call call) throws IOException;
  }

  /// The process ends here: not an exception that anything could handle.
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /// A request on its way.
  ///
  /// @param operation the DynamoDB operation, `TransactWriteItems`
  /// @param body its JSON
  /// @param number how many requests of the test came before it
  public record Call(
      String operation, String body, int number, SdkHttpClient server, HttpExecuteRequest request) {
    /// Lets it through.
    public HttpExecuteResponse send() throws IOException {
      return server.prepareRequest(request).call();
    }

    /// Lets it through, and loses the answer.
    public HttpExecuteResponse loseAnswer() throws IOException {
      var body = send().responseBody();
      if (body.isPresent()) {
        body.get().close();
      }
      throw new IOException("connection reset");
    }

    /// Answers in the server's place.
    public HttpExecuteResponse respond(int status, String json) {
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpFullResponse.builder()
                  .statusCode(status)
                  .putHeader("content-type", "application/x-amz-json-1.0")
                  .putHeader("content-length", Integer.toString(bytes.length))
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
          .build();
    }

    /// Answers with an error of DynamoDB's.
    public HttpExecuteResponse error(String type) {
      return respond(
          400,
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"injected\"}"
              .formatted(type));
    }

    /// Cancels a transaction because of another one.
    public HttpExecuteResponse conflict() {
      return respond(
          400,
          """
          {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
           "message":"Transaction cancelled [None, TransactionConflict]",
           "CancellationReasons":[{"Code":"None"},
             {"Code":"TransactionConflict","Message":"Transaction is ongoing for the item"}]}
          """);
    }

    /// Whether it reads the index.
    public boolean readsIndex() {
      return operation.equals("Query") && body.contains("message-group-sk-index");
    }
  }

  /// What was connected before is killed: no request leaves it any more, whichever thread goes on.
  public void kill() {
    process++;
  }

  /// The same client, to be built, whose requests go by here.
  public DynamoDbClientBuilder under(DynamoDbClientBuilder client) {
    return client.httpClientBuilder(null).httpClient(new Connection(process));
  }

  /// From now on every request meets `fault`; counting starts again.
  public void inject(Fault fault) {
    operations.clear();
    this.fault = fault;
  }

  /// From now on nothing fails; counting starts again.
  public void none() {
    inject(Call::send);
  }

  /// The operations that were asked for since the last [#inject], failed ones included.
  public List<String> operations() {
    return List.copyOf(operations);
  }

  private final class Connection implements SdkHttpClient {
    private final int mine;

    private Connection(int mine) {
      this.mine = mine;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          if (mine != process) {
            throw new Crash();
          }
          return answer(request);
        }

        @Override
        public void abort() {}
      };
    }

    // The connection to the server is for the processes to come, too.
    @Override
    public void close() {}
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    var operation = target.substring(target.indexOf('.') + 1);
    int number;
    synchronized (operations) {
      number = operations.size();
      operations.add(operation);
    }
    return fault.answer(new Call(operation, body(request), number, server, request));
  }

  private static String body(HttpExecuteRequest request) {
    return request
        .contentStreamProvider()
        .map(
            content -> {
              try (var in = content.newStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orElse("");
  }
}
