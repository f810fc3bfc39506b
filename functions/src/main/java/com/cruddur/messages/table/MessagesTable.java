package com.cruddur.messages.table;

import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.message.Page;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.Position;
import com.cruddur.messages.message.Position.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The one table, seen as each kind of row it holds. The package draws its key tree.
public final class MessagesTable {
  /// The environment variable that names the table.
  public static final String NAME_VARIABLE = "TABLE_NAME";

  /// What the table is called where nothing else is said.
  public static final String DEFAULT_NAME = "cruddur-messages";

  private static final Logger LOG = LoggerFactory.getLogger(MessagesTable.class);

  private final DynamoDbClient client;
  private final DynamoDbEnhancedClient enhanced;
  private final String name;

  /// @param client talks to the DynamoDB that has the table
  /// @param name the table's name
  public MessagesTable(DynamoDbClient client, String name) {
    this.client = client;
    this.enhanced =
        DynamoDbEnhancedClient.builder().dynamoDbClient(client).extensions(List.of()).build();
    this.name = Objects.requireNonNull(name);
  }

  /// The table that the environment variable `TABLE_NAME` names, `cruddur-messages` when that is
  /// not set.
  public static MessagesTable fromEnvironment() {
    return new MessagesTable(DynamoDb.fromEnvironment(), nameFromEnvironment());
  }

  /// The name in the environment variable `TABLE_NAME`, `cruddur-messages` when that is not set.
  public static String nameFromEnvironment() {
    var name = System.getenv(NAME_VARIABLE);
    return name == null || name.isBlank() ? DEFAULT_NAME : name;
  }

  /// Talks to the DynamoDB that has the table.
  public DynamoDbClient client() {
    return client;
  }

  DynamoDbEnhancedClient enhanced() {
    return enhanced;
  }

  /// The table's name.
  public String name() {
    return name;
  }

  DynamoDbTable<Message> messages() {
    return enhanced.table(name, MessageSchema.SCHEMA);
  }

  DynamoDbTable<MessageGroup> messageGroups() {
    return enhanced.table(name, MessageGroupSchema.SCHEMA);
  }

  DynamoDbTable<Member> members() {
    return enhanced.table(name, Member.SCHEMA);
  }

  DynamoDbTable<Pair> pairs() {
    return enhanced.table(name, Pair.SCHEMA);
  }

  DynamoDbTable<UserCopy> userCopies() {
    return enhanced.table(name, UserCopy.SCHEMA);
  }

  DynamoDbTable<SentRequest> sentRequests() {
    return enhanced.table(name, SentRequest.SCHEMA);
  }

  /// A page of the rows under `pk`, newest first whichever way it was asked for, read from the
  /// table itself: what was written before is there. One request.
  ///
  /// A row that cannot be read is left out and logged, by its key: it must not hide the rows beside
  /// it.
  <T> Page<T> page(String pk, PageRequest request, TableSchema<T> schema) {
    var newer = request.from().map(Position::direction).equals(Optional.of(Direction.NEWER));
    var values = new HashMap<String, AttributeValue>();
    values.put(":pk", AttributeValue.fromS(pk));
    var condition = "pk = :pk";
    if (request.year().isPresent()) {
      condition += " AND begins_with(sk, :year)";
      values.put(":year", AttributeValue.fromS(request.year().get()));
    } else if (request.from().isPresent()) {
      condition += newer ? " AND sk > :from" : " AND sk < :from";
      values.put(":from", AttributeValue.fromS(request.from().get().key()));
    }
    var query =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values)
            .consistentRead(true)
            .scanIndexForward(newer)
            // One more, to know whether there is a next page without asking for it.
            .limit(request.limit() + 1);
    // A query takes one condition on the sort key. The start key does the same, but DynamoDB Local
    // passes over all rows that lie before it.
    if (request.year().isPresent() && request.from().isPresent()) {
      query.exclusiveStartKey(
          Map.of(
              PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(request.from().get().key())));
    }
    var found = client.query(query.build());
    // Rows can be so large that DynamoDB stops before the limit.
    var more = found.items().size() > request.limit() || found.hasLastEvaluatedKey();
    var rows = new ArrayList<>(found.items());
    if (rows.size() > request.limit()) {
      rows.removeLast();
    }
    if (rows.isEmpty()) {
      // Nothing newer yet: ask again from the same place.
      return new Page<>(List.of(), Optional.empty(), newer ? request.from() : Optional.empty());
    }
    if (newer) {
      Collections.reverse(rows);
    }
    var older = Position.olderThan(rows.getLast().get(SK).s());
    return new Page<>(
        readable(rows, schema),
        // What is newer than a place lies beside something older: the row the place was taken from.
        newer || more ? Optional.of(older) : Optional.empty(),
        Optional.of(Position.newerThan(rows.getFirst().get(SK).s())));
  }

  private static <T> List<T> readable(
      List<Map<String, AttributeValue>> rows, TableSchema<T> schema) {
    var items = new ArrayList<T>();
    for (var row : rows) {
      try {
        items.add(schema.mapToItem(row));
      } catch (RuntimeException e) {
        LOG.warn(
            "row {} / {} cannot be read: {}",
            row.get(PK).s(),
            row.get(SK).s(),
            e.getClass().getSimpleName());
      }
    }
    return items;
  }
}
