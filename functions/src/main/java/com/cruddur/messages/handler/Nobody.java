package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.cruddur.messages.http.ApiRequest;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.CopyingUserDirectory;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A user who does not exist and whom this directory knows nevertheless. He reads the whole way
/// down to the table, where nothing is of his, and can write nothing but a copy of himself
/// ([SnapStart]).
final class Nobody implements UserDirectory {
  /// The nil uuid, which nobody and nothing has.
  static final UUID ID = new UUID(0, 0);

  /// The subject of a token that no user pool issues.
  static final String SUB = ID.toString();

  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return Optional.of(new User(ID, SUB, SUB));
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return byCognitoUserId(handle);
  }

  /// Writes a copy of him beside the messages and finds it there. It is another one each time,
  /// because one that is there is not written, and soon deleted.
  static void copy(MessagesTable table) {
    var sub = SUB + "#" + UUID.randomUUID();
    for (var i = 0; i < 2; i++) {
      CopyingUserDirectory.beside(table, new Nobody(), InstantSource.system()).byCognitoUserId(sub);
    }
  }

  /// A request of his.
  static ApiRequest request(Map<String, String> pathParameters, String body) {
    var claims = RequestContext.Authorizer.JWT.builder().withClaims(Map.of("sub", SUB)).build();
    var authorizer = RequestContext.Authorizer.builder().withJwt(claims).build();
    return new ApiRequest(
        APIGatewayV2HTTPEvent.builder()
            .withRawPath("/")
            .withPathParameters(pathParameters)
            .withBody(body)
            .withRequestContext(RequestContext.builder().withAuthorizer(authorizer).build())
            .build());
  }

  /// A batch of the stream with a message of his to a conversation without members.
  static DynamodbEvent message() {
    var key =
        Map.of(
            MessagesTableSchema.PK,
            new AttributeValue(MessagesTableSchema.MESSAGE_PREFIX + ID),
            MessagesTableSchema.SK,
            new AttributeValue(Timestamp.of(Instant.EPOCH).stored()));
    var image = new HashMap<>(key);
    image.put(MessagesTableSchema.MESSAGE, new AttributeValue("-"));
    image.put(MessagesTableSchema.USER_UUID, new AttributeValue(SUB));
    var record = new DynamodbEvent.DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(
        new StreamRecord().withKeys(key).withNewImage(image).withSequenceNumber("0"));
    var event = new DynamodbEvent();
    event.setRecords(List.of(record));
    return event;
  }
}
