package com.cruddur.messages.integration.aws;

import static org.awaitility.Awaitility.await;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.integration.product.Answer;
import com.cruddur.messages.integration.product.Backstage;
import com.cruddur.messages.integration.product.HttpApi;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.Target;
import com.cruddur.messages.integration.product.TargetMissingException;
import com.cruddur.messages.integration.product.TargetSettings;
import com.cruddur.messages.integration.product.Undo;
import com.cruddur.messages.integration.product.User;
import com.cruddur.messages.integration.product.Users;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/// A deployed stage, with users who signed up for this run.
public final class AwsTarget implements Target {
  // A database that scaled to zero takes about 15 seconds, a function's first start a few more.
  private static final Duration WAKING = Duration.ofMinutes(2);
  private static final Duration SETTLING = Duration.ofMinutes(1);

  private final Undo undo;
  private final HttpApi api;
  private final Users users;

  private AwsTarget(TargetSettings settings, Undo undo) {
    this.undo = undo;
    var stage = Outputs.of(client(CloudFormationClient.builder()), settings.stage());
    var signUps = new PoolUsers(client(CognitoIdentityProviderClient.builder()), stage);
    signUps.needPasswordSignIn();
    api = undo.add(new HttpApi(stage.apiUrl()));
    awaitDatabase();
    users = new Users(signUps.signUp(undo), signUps.signUp(undo), signUps.signUp(undo));
    var rows = ownRows(client(DynamoDbClient.builder()), stage.tableName());
    undo.step(rows::delete);
    // A late move would put an inbox row back.
    undo.step(() -> await("the inboxes are settled").atMost(SETTLING).until(rows::areSettled));
  }

  /// Finds the stage that `settings` name.
  ///
  /// @throws TargetMissingException when there is none, or no way to sign in to it
  public static AwsTarget start(TargetSettings settings) {
    var undo = new Undo();
    try {
      return new AwsTarget(settings, undo);
    } catch (RuntimeException e) {
      undo.close();
      throw e;
    }
  }

  private <B extends AwsSyncClientBuilder<B, C> & SdkBuilder<B, C>, C extends AutoCloseable>
      C client(B builder) {
    try {
      return undo.add(builder.httpClientBuilder(UrlConnectionHttpClient.builder()).build());
    } catch (SdkClientException e) {
      throw Outputs.noAccount(e);
    }
  }

  // Cognito gives the trigger that registers a user 5 seconds, too few for a sleeping database.
  private void awaitDatabase() {
    await("the users' database is awake")
        .atMost(WAKING)
        .until(() -> profile("it-nobody").status() == 404);
  }

  private Answer profile(String handle) {
    return api.send(Request.get(Route.SHOW_USER.path().replace("{handle}", "@" + handle)));
  }

  private OwnRows ownRows(DynamoDbClient dynamoDb, String table) {
    var uuids =
        Stream.of(users.sender(), users.receiver(), users.newcomer())
            .map(User::handle)
            .map(handle -> profile(handle).field("uuid"))
            .collect(Collectors.toSet());
    return new OwnRows(dynamoDb, table, uuids);
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public Answer call(Request request) {
    return api.send(request);
  }

  @Override
  public void needAuthorizer() {
    // API Gateway has one.
  }

  @Override
  public Backstage backstage() {
    throw new TestAbortedException(
        """
        not on a deployed stage: a record that can never be handled holds up everybody's inboxes \
        in its shard for as long as it is retried, and rings the stage's alarms\
        """);
  }

  @Override
  public void close() {
    undo.close();
  }
}
