package com.cruddur.messages.cli.ddb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.testing.Product;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class DdbTest {
  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;
  private final String newTable = "new-" + UUID.randomUUID();

  @BeforeEach
  void call() {
    cli = Operator.of(product, folder);
  }

  @Test
  void schemaLoadMakesTheTableTheProductNeedsAndOnlyOnce() {
    var first = cli.run("ddb", "schema-load", "--table", newTable, "--output", "json");
    var second = cli.run("ddb", "schema-load", "--table", newTable, "--output", "json");

    assertThat(first.exitCode()).isZero();
    assertThat(first.json().get("made").asBoolean()).isTrue();
    assertThat(second.exitCode()).isZero();
    assertThat(second.json().get("made").asBoolean()).isFalse();
    var table = product.client().describeTable(request -> request.tableName(newTable)).table();
    assertThat(Schema.differences(table)).isEmpty();
    assertThat(table.tableStatusAsString()).isEqualTo("ACTIVE");
    assertThat(
            product
                .client()
                .describeTimeToLive(request -> request.tableName(newTable))
                .timeToLiveDescription())
        .matches(ttl -> ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED)
        .matches(ttl -> ttl.attributeName().equals(MessagesTableSchema.EXPIRES_AT));
  }

  @Test
  void schemaLoadSwitchesOnTheExpiryOfATableThatLacksIt() {
    product.client().createTable(MessagesTableSchema.createTable(newTable));

    var run = cli.run("ddb", "schema-load", "--table", newTable);

    assertThat(run.exitCode()).isZero();
    assertThat(
            product
                .client()
                .describeTimeToLive(request -> request.tableName(newTable))
                .timeToLiveDescription()
                .timeToLiveStatus())
        .isEqualTo(TimeToLiveStatus.ENABLED);
  }

  @Test
  void schemaLoadSaysInWhatATableDiffersAndLeavesIt() {
    product
        .client()
        .createTable(
            table ->
                table
                    .tableName(newTable)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build()));

    var run = cli.run("ddb", "schema-load", "--table", newTable);

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err())
        .contains(newTable, "its key is id", "lacks the index message-group-sk-index", "stream")
        .hasLineCount(1);
  }

  @Test
  void listTablesListsEveryPage() {
    for (var i = 0; i < 101; i++) {
      var name = newTable + "-" + i;
      product.client().createTable(MessagesTableSchema.createTable(name));
    }

    var run = cli.run("ddb", "list-tables", "--output", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.jsonLines())
        .extracting(line -> line.get("table").asText())
        .contains(product.tableName())
        .filteredOn(name -> name.startsWith(newTable))
        .hasSize(101);
    for (var i = 0; i < 101; i++) {
      var name = newTable + "-" + i;
      product.client().deleteTable(table -> table.tableName(name));
    }
  }

  @Test
  void dropDeletesTheTable() {
    product.client().createTable(MessagesTableSchema.createTable(newTable));

    var run = cli.run("ddb", "drop", newTable);

    assertThat(run.exitCode()).isZero();
    assertThat(product.client().listTablesPaginator().tableNames()).doesNotContain(newTable);
  }

  @Test
  void dropOfATableThatIsNotThereIsWrongUse() {
    var run = cli.run("ddb", "drop", newTable);

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains(newTable, "ddb list-tables").hasLineCount(1);
  }

  @Test
  void dropLeavesATableThatIsProtected() {
    product
        .client()
        .createTable(
            MessagesTableSchema.createTable(newTable).toBuilder()
                .deletionProtectionEnabled(true)
                .build());

    var run = cli.run("ddb", "drop", newTable);

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err()).startsWith("cruddur: the table %s is protected".formatted(newTable));
    assertThat(product.client().listTablesPaginator().tableNames()).contains(newTable);
  }
}
