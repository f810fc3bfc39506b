package com.cruddur.messages.integration.local;

import com.cruddur.messages.integration.product.Answer;
import com.cruddur.messages.integration.product.Backstage;
import com.cruddur.messages.integration.product.HttpApi;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.Target;
import com.cruddur.messages.integration.product.User;
import com.cruddur.messages.integration.product.Users;
import com.cruddur.messages.table.DynamoDb;
import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// `bin/dev`, with the users it is seeded with.
public final class LocalTarget implements Target {
  private final DevRun dev;
  private final HttpApi api;
  private final Users users;
  private final DynamoDbClient dynamoDb;

  private LocalTarget(DevRun dev) {
    this.dev = dev;
    this.api = new HttpApi(dev.uri().toString());
    this.users = new Users(user("andrewbrown"), user("bayko"), user("loren"));
    this.dynamoDb = DynamoDb.at(URI.create(dev.variable("DYNAMODB_ENDPOINT"))).build();
  }

  /// Starts it.
  public static LocalTarget start() {
    return new LocalTarget(DevRun.start());
  }

  private User user(String handle) {
    return new User(handle, dev.token(handle));
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
    // The gateway of the local environment has one.
  }

  @Override
  public Backstage backstage() {
    return new LocalBackstage(dynamoDb, dev.temporary());
  }

  @Override
  public void close() {
    dynamoDb.close();
    api.close();
    dev.close();
  }
}
