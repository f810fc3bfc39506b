package com.cruddur.messages.cli.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A place that commands take for AWS: the SDK is sent there by its own environment variables, and
/// STS answers with an account.
public final class Aws implements AutoCloseable {
  /// The account the credentials belong to.
  public static final String ACCOUNT = "123456789012";

  /// The region the operator works in.
  public static final String REGION = "eu-central-1";

  private static final String CALLER =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetCallerIdentityResult>
          <Arn>arn:aws:iam::%1$s:user/operator</Arn><UserId>AIDAEXAMPLE</UserId><Account>%1$s</Account>
        </GetCallerIdentityResult>
        <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
      </GetCallerIdentityResponse>
      """
          .formatted(ACCOUNT);

  private final HttpServer sts;

  private Aws(HttpServer sts) {
    this.sts = sts;
  }

  /// Starts it.
  public static Aws start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var isCaller = asked.contains("Action=GetCallerIdentity");
          var answer = (isCaller ? CALLER : "").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              isCaller ? 200 : 400, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return new Aws(server);
  }

  /// Commands of an operator who has signed in to AWS, where DynamoDB is what runs at `dynamoDb`.
  public Cli of(Cli cli, URI dynamoDb) {
    return cli.with("DYNAMODB_ENDPOINT", "")
        .with("AWS_REGION", REGION)
        .with("AWS_ACCESS_KEY_ID", "local")
        .with("AWS_SECRET_ACCESS_KEY", "local")
        .with("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString())
        .with("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:" + sts.getAddress().getPort());
  }

  @Override
  public void close() {
    sts.stop(0);
  }
}
