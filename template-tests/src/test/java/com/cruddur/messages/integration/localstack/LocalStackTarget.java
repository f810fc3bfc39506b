package com.cruddur.messages.integration.localstack;

import com.cruddur.messages.integration.product.Answer;
import com.cruddur.messages.integration.product.Backstage;
import com.cruddur.messages.integration.product.Checkout;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.Target;
import com.cruddur.messages.integration.product.TargetMissingException;
import com.cruddur.messages.integration.product.TargetSettings;
import com.cruddur.messages.integration.product.Undo;
import com.cruddur.messages.integration.product.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;

/// The product on a LocalStack, with users who signed up for this run.
public final class LocalStackTarget implements Target {
  private static final String ARCHIVE = "functions/target/functions-%s.zip";

  private final Undo undo;
  private final Clients clients;
  private final Deployment deployment;
  private final FunctionCalls functions;
  private final Users users;

  private LocalStackTarget(TargetSettings settings, Undo undo) {
    this.undo = undo;
    var archive = archive();
    var endpoint = settings.endpoint().orElseGet(() -> start(undo));
    clients = undo.add(Clients.at(endpoint));
    if (settings.endpoint().isPresent()) {
      needLocalStack(clients, endpoint);
    }
    var database = undo.add(UsersDatabase.start());
    deployment = undo.add(new Deployment(clients));
    var stream = deployment.createTable();
    deployment.createFailureStore();
    for (var function : Function.all(deployment.table(), database.url(settings.host()))) {
      deployment.createFunction(function, archive);
    }
    deployment.createStreamMapping(stream);
    functions = new FunctionCalls(clients.lambda(), deployment);
    users = new Users(functions.signUp(), functions.signUp(), functions.signUp());
  }

  /// Deploys to the LocalStack that `settings` name, or to one started for it.
  ///
  /// @throws TargetMissingException when there is none
  public static LocalStackTarget start(TargetSettings settings) {
    var undo = new Undo();
    try {
      return new LocalStackTarget(settings, undo);
    } catch (RuntimeException e) {
      undo.close();
      throw e;
    }
  }

  private static URI start(Undo undo) {
    return undo.add(LocalStackContainer.start()).endpoint();
  }

  private static SdkBytes archive() {
    var file = Checkout.file(ARCHIVE.formatted(Deployment.architecture()));
    if (!Files.isRegularFile(file)) {
      throw new TargetMissingException(
          file + " is missing: build it with `mvn package -pl functions -am`");
    }
    try {
      return SdkBytes.fromByteArray(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void needLocalStack(Clients clients, URI endpoint) {
    try {
      clients.s3().listBuckets();
    } catch (SdkClientException e) {
      throw new TargetMissingException(
          "no LocalStack: nothing answers at "
              + endpoint
              + ". Start one there, or leave -Dit.endpoint out where Docker runs",
          e);
    }
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public Answer call(Request request) {
    return functions.call(request);
  }

  @Override
  public void needAuthorizer() {
    throw new TestAbortedException(
        "LocalStack's community edition has no HTTP API, so no authorizer stands in front of the"
            + " functions; -Dit.target=local and aws have one");
  }

  @Override
  public Backstage backstage() {
    return new LocalStackBackstage(clients, deployment);
  }

  @Override
  public void close() {
    undo.close();
  }
}
