package com.cruddur.messages.integration.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.integration.product.Rows;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTableSchema;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class OwnRowsTest {
  private static final String TABLE = "messages";

  @TempDir private Path folder;

  private DynamoDbLocal local;
  private DynamoDbClient client;
  private OwnRows rows;

  @BeforeEach
  void makeTable() {
    local = DynamoDbLocal.start(folder);
    client = DynamoDb.at(local.endpoint()).build();
    client.createTable(MessagesTableSchema.createTable(TABLE));
    rows = new OwnRows(client, TABLE, Set.of("a", "b"));
  }

  @AfterEach
  void stop() {
    client.close();
    local.close();
  }

  private void put(String pk, String sk, String... namesAndValues) {
    var row = new HashMap<>(Map.of("pk", pk, "sk", sk));
    for (var i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    client.putItem(put -> put.tableName(TABLE).item(Rows.of(row)));
  }

  private void inboxRow(String member, String sk, String group, String other) {
    put("GRP#" + member, sk, "message_group_uuid", group, "user_uuid", other);
  }

  @Test
  void theirOwnAreDeletedAndNobodyElses() {
    inboxRow("a", "2", "own", "b");
    inboxRow("b", "2", "own", "a");
    put("MSG#own", "1");
    put("MSG#own", "2");
    put("MBR#own", "a");
    put("MBR#own", "b");
    put("PAIR#a#b", "PAIR");
    put("IDM#a", "digest");
    inboxRow("a", "3", "somebodys", "c");
    inboxRow("c", "3", "somebodys", "a");
    put("MSG#somebodys", "3");
    put("MBR#somebodys", "a");
    put("PAIR#a#c", "PAIR");
    put("IDM#c", "digest");

    rows.delete();

    assertThat(client.scan(scan -> scan.tableName(TABLE)).items())
        .extracting(row -> row.get("pk").s() + " " + row.get("sk").s())
        .containsExactlyInAnyOrder(
            "GRP#a 3",
            "GRP#c 3",
            "MSG#somebodys 3",
            "MBR#somebodys a",
            "PAIR#a#c PAIR",
            "IDM#c digest");
  }

  @Test
  void areSettledWhenEveryInboxHasFollowedTheLastMessage() {
    put("MSG#own", "1");
    put("MSG#own", "2");
    inboxRow("a", "2", "own", "b");
    inboxRow("b", "1", "own", "a");
    assertThat(rows.areSettled()).isFalse();
    inboxRow("b", "3", "own", "a");
    client.deleteItem(
        delete -> delete.tableName(TABLE).key(Rows.of(Map.of("pk", "GRP#b", "sk", "1"))));
    assertThat(rows.areSettled()).isTrue();
  }
}
