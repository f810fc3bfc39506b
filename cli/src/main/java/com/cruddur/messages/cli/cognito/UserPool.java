package com.cruddur.messages.cli.cognito;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/// The users of a pool: their ids and handles. E-mail addresses are never asked for; user names,
/// which may be some, are not looked at.
///
/// See
/// <https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html>
public final class UserPool implements AutoCloseable {
  // The most that Cognito gives.
  private static final int PAGE = 60;

  private static final String SUB = "sub";
  private static final String HANDLE = "preferred_username";

  private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(10);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(60);

  private final String id;
  private final CognitoIdentityProviderClient client;

  private UserPool(String id, CognitoIdentityProviderClient client) {
    this.id = id;
    this.client = client;
  }

  static UserPool open(String id, String region) {
    return new UserPool(
        id,
        CognitoIdentityProviderClient.builder()
            .region(Region.of(region))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                limits -> limits.apiCallAttemptTimeout(ATTEMPT_LIMIT).apiCallTimeout(CALL_LIMIT))
            .build());
  }

  /// `eu-central-1_AbCdEf123`.
  public String id() {
    return id;
  }

  /// Gives everybody in the pool to `consumer`, once, page by page.
  public void forEach(Consumer<PoolUser> consumer) {
    // Pages shift while people sign up and leave.
    var seen = new HashSet<String>();
    try {
      for (var user : list(SUB, HANDLE)) {
        if (seen.add(sub(user))) {
          consumer.accept(user(user));
        }
      }
    } catch (InvalidParameterException e) {
      // Cognito refuses to list an attribute that one of the users lacks.
      for (var user : list(SUB)) {
        if (seen.add(sub(user))) {
          alone(user).ifPresent(consumer);
        }
      }
    }
  }

  private Iterable<UserType> list(String... attributes) {
    return client
        .listUsersPaginator(
            request -> request.userPoolId(id).attributesToGet(attributes).limit(PAGE))
        .users();
  }

  // Empty for one who has just left.
  private Optional<PoolUser> alone(UserType user) {
    try {
      return client
          .listUsers(
              request ->
                  request
                      .userPoolId(id)
                      .attributesToGet(SUB, HANDLE)
                      .filter("sub = \"%s\"".formatted(sub(user)))
                      .limit(1))
          .users()
          .stream()
          .map(UserPool::user)
          .findFirst();
    } catch (InvalidParameterException e) {
      return Optional.of(user(user));
    }
  }

  private static PoolUser user(UserType user) {
    return new PoolUser(
        sub(user),
        attribute(HANDLE, user.attributes()).filter(handle -> !handle.isBlank()),
        user.userStatusAsString());
  }

  private static String sub(UserType user) {
    return attribute(SUB, user.attributes())
        .orElseThrow(() -> new IllegalStateException("Cognito lists a user without a sub"));
  }

  private static Optional<String> attribute(String name, List<AttributeType> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(AttributeType::value)
        .findFirst();
  }

  @Override
  public void close() {
    client.close();
  }
}
