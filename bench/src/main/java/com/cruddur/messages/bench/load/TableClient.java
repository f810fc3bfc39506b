package com.cruddur.messages.bench.load;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_UUID;

import com.cruddur.messages.bench.load.Ledger.Answer;
import com.cruddur.messages.bench.load.Ledger.Kind;
import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.testing.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Asks the table itself for what no service can do without: the one Query of a list, the one Put
/// of a message. No token, no user and no membership is looked at, so whatever serves the same
/// requests from the same table on the same processors is slower.
///
/// @param rows over a client of its own
/// @param person whose inbox is read
/// @param group whose messages are read, and which is written to
record TableClient(Table rows, Person person, String group, Ledger ledger)
    implements RequestClient {
  private static final int OK = 200;

  static TableClient at(URI endpoint, Person person, String group, Ledger ledger) {
    return new TableClient(
        new Table(DynamoDb.at(endpoint).build(), MessagesTable.DEFAULT_NAME),
        person,
        group,
        ledger);
  }

  @Override
  public void ask(Kind kind) {
    var start = Instant.now();
    switch (kind) {
      case LIST_MESSAGE_GROUPS -> query(GROUP_PREFIX + person.uuid(), 20);
      case LIST_MESSAGES -> query(MESSAGE_PREFIX + group, 100);
      default -> put();
    }
    var now = Instant.now();
    ledger.add(new Answer(kind, now, Duration.between(start, now), OK));
  }

  private void query(String pk, int limit) {
    rows.client()
        .query(
            query ->
                query
                    .tableName(MessagesTable.DEFAULT_NAME)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                    .scanIndexForward(false)
                    .limit(limit));
  }

  private void put() {
    rows.put(
        MESSAGE_PREFIX + group,
        Timestamp.of(Instant.now()).stored(),
        MESSAGE,
        "rate " + UUID.randomUUID(),
        MESSAGE_UUID,
        UUID.randomUUID().toString());
  }

  @Override
  public void close() {
    rows.client().close();
  }
}
