package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.cruddur.messages.user.ApplySchema;
import com.cruddur.messages.user.PostgresConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/// Brings the users' database to the schema and the roles of this release, when it is deployed. An
/// exception fails the deployment, which rolls back.
///
/// Whatever it is called with, it does the same: a stream handler takes every payload, also none.
public final class ApplySchemaHandler implements RequestStreamHandler {
  // An index takes its time where there are rows already.
  private static final Duration STATEMENT = Duration.ofSeconds(30);

  private final ApplySchema applySchema;

  /// Composed from the environment, as Lambda starts it.
  public ApplySchemaHandler() {
    LambdaLog.install();
    this(
        new ApplySchema(
            PostgresConnection.fromEnvironment(STATEMENT), InstantSource.system(), Thread::sleep));
  }

  public ApplySchemaHandler(ApplySchema applySchema) {
    this.applySchema = applySchema;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    try {
      applySchema.apply();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the database");
    }
    // Lambda takes an answer for JSON.
    output.write("null".getBytes(StandardCharsets.UTF_8));
  }
}
