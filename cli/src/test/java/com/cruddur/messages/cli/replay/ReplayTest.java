package com.cruddur.messages.cli.replay;

import static com.cruddur.messages.cli.replay.FailureDocument.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.testing.Aws;
import com.cruddur.messages.cli.testing.Cli;
import com.cruddur.messages.cli.testing.Operator;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReplayTest {
  @RegisterExtension private final Product product = new Product();

  @TempDir private Path folder;
  private Cli cli;
  private UUID one;
  private UUID other;

  @BeforeEach
  void conversations() {
    cli = Operator.of(product, folder);
    one = conversation(product.andrew, product.bayko, "2026-05-04T10:00:00.000000+00:00");
    other = conversation(product.andrew, product.loren, "2026-05-04T10:00:01.000000+00:00");
  }

  @Test
  void inboxesMoveToTheMessagesTheyMissedAndStayThereTheSecondTime() {
    var document =
        write(
            folder.resolve("failures/batch"),
            FailureDocument.of(
                List.of(
                    message(one, "11:00:00", "first"),
                    message(other, "11:00:01", "of the other"),
                    message(one, "11:00:02", "last"),
                    Table.row("GRP#x", "2026", "message_group_uuid", one.toString()))));

    var first = cli.run("replay", document.toString());
    var rows = product.rows().all();
    var second = cli.run("replay", document.toString());

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("replayed 4 records of 1 documents, which stay where they are");
    assertThat(product.shown(one)).containsExactly("last", "last");
    assertThat(product.shown(other)).containsExactly("of the other", "of the other");
    assertThat(second.exitCode()).isZero();
    assertThat(product.rows().all()).isEqualTo(rows);
    assertThat(document).exists();
  }

  @Test
  void recordThatCannotSucceedHoldsUpNothingAndIsReportedWithoutItsText() {
    var poison = Table.row("MSG#" + one, "no time at all", "message", "secret");
    var document =
        write(
            folder.resolve("failures/batch"),
            FailureDocument.of(
                List.of(
                    message(one, "11:00:00", "first"),
                    poison,
                    Map.of(
                        "pk", AttributeValue.fromS("MSG#nobody"), "sk", AttributeValue.fromS("x")),
                    message(one, "11:00:01", "last"),
                    message(other, "11:00:02", "behind it"))));

    var run = cli.run("replay", document.toString());
    var json = cli.run("replay", document.toString(), "--output", "json").jsonLines();

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err())
        .contains("failures/batch: record 2 (MSG#" + one + " / no time at all) fails again")
        .contains("record 3 (MSG#nobody / x)")
        .contains("bin/cruddur reconcile --fix");
    assertThat(run.out() + run.err()).doesNotContain("secret");
    assertThat(json).hasSize(1);
    assertThat(json.getFirst().get("records").asInt()).isEqualTo(5);
    assertThat(json.getFirst().at("/failed/0/sequence_number").textValue()).isEqualTo("2");
    assertThat(product.shown(one)).containsExactly("last", "last");
    assertThat(product.shown(other)).containsExactly("behind it", "behind it");
  }

  @Test
  void lateAndOldRecordsNeverMoveAnInboxBack() {
    var documents = folder.resolve("failures");
    write(documents.resolve("a"), FailureDocument.of(List.of(message(one, "11:00:05", "newest"))));
    write(documents.resolve("b"), FailureDocument.of(List.of(message(one, "11:00:01", "late"))));
    write(documents.resolve("c"), FailureDocument.of(List.of(message(one, "09:00:00", "old"))));

    assertThat(cli.run("replay", documents.toString()).exitCode()).isZero();

    assertThat(product.shown(one)).containsExactly("newest", "newest");
  }

  @Test
  void whatIsNoDocumentIsNamedAndTheOthersGoOn() {
    var documents = folder.resolve("failures");
    var good = FailureDocument.of(List.of(message(one, "11:00:00", "done")));
    write(documents.resolve("1-garbage"), "secret");
    write(documents.resolve("2-info-only"), FailureDocument.withoutPayload().toString());
    write(documents.resolve("3-other"), "{\"payload\":\"{\\\"secret\\\":[]}\"}");
    write(documents.resolve("4-empty"), "{\"payload\":\"{\\\"Records\\\":[]}\"}");
    write(documents.resolve("5-numbers"), "{\"payload\":\"{\\\"Records\\\":[1,null]}\"}");
    write(documents.resolve("aws/lambda/2026/05/04/6-good"), good);
    write(documents.resolve(".unfinished"), "half");

    var run = cli.run("replay", documents.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err())
        .contains("1-garbage is no JSON")
        .contains("2-info-only has no payload: the records themselves are not in it")
        .contains("3-other has no event of a DynamoDB stream")
        .contains("4-empty has no event of a DynamoDB stream")
        .contains("5-numbers has something else than records")
        .contains("5 documents cannot be read: bin/cruddur reconcile --fix")
        .doesNotContain("secret", ".unfinished");
    assertThat(product.shown(one)).containsExactly("done", "done");
  }

  @Test
  void allObjectsUnderAPrefixAreReplayedPageAfterPage() throws IOException {
    try (var s3 = new S3Stub()) {
      for (var i = 1; i <= 5; i++) {
        s3.put(
            "aws/lambda/m/" + i,
            FailureDocument.of(List.of(message(i % 2 == 0 ? one : other, "11:00:0" + i, "m" + i))));
      }
      s3.put("aws/lambda/m/", "");
      s3.put("aws/other", "garbage");
      var operator = signedIn(s3);

      var all = operator.run("replay", "s3://failures/aws/lambda/");
      assertThat(all.exitCode()).as(all.err()).isZero();
      assertThat(all.out()).contains("replayed 5 records of 5 documents");
      assertThat(s3.lists).hasSize(3).allMatch(q -> q.get("prefix").equals("aws/lambda/"));
      assertThat(product.shown(one)).containsExactly("m4", "m4");
      assertThat(product.shown(other)).containsExactly("m5", "m5");

      var single = operator.run("replay", "s3://failures/aws/lambda/m/2");
      assertThat(single.out()).contains("replayed 1 records of 1 documents");

      var none = operator.run("replay", "s3://failures/aws/none", "s3://failures/aws/lambda/m/1");
      assertThat(none.exitCode()).isEqualTo(ExitCode.PROBLEMS);
      assertThat(none.err()).contains("s3://failures/aws/none cannot be read");
      assertThat(none.out()).contains("replayed 1 records of 1 documents");
    }
  }

  @Test
  void whatCannotBeReachedIsNoRecordsFault() throws IOException {
    var document =
        write(folder.resolve("d"), FailureDocument.of(List.of(message(one, "11:00:00", "x"))));

    var noDynamoDb = cli.run("replay", document.toString(), "--endpoint", "http://127.0.0.1:1");
    var noTable = cli.run("replay", document.toString(), "--table", "no-such-table");
    var noFile = cli.run("replay", document.toString(), folder.resolve("none").toString());
    var noS3 =
        cli.with("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")
            .with("AWS_REGION", "us-east-1")
            .with("AWS_ACCESS_KEY_ID", "a")
            .with("AWS_SECRET_ACCESS_KEY", "b")
            .run("replay", "s3://failures/");

    assertThat(noDynamoDb.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(noDynamoDb.err()).contains("cannot be reached").doesNotContain("fails again");
    assertThat(noTable.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(noFile.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(noFile.err()).contains("none is not there").hasLineCount(1);
    assertThat(product.shown(one)).containsExactly("before", "before");
    assertThat(noS3.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void inAwsNoInboxMovesWithoutAYes() throws IOException {
    var document =
        write(folder.resolve("d"), FailureDocument.of(List.of(message(one, "11:00:00", "x"))));
    try (var aws = Aws.start()) {
      var operator = aws.of(cli, product.stores().dynamoDb().endpoint());

      var asked = operator.run("replay", document.toString());
      assertThat(asked.exitCode()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(asked.err()).contains(Aws.ACCOUNT, Aws.REGION, product.tableName());
      assertThat(product.shown(one)).containsExactly("before", "before");

      assertThat(operator.run("replay", document.toString(), "--yes").exitCode()).isZero();
      assertThat(product.shown(one)).containsExactly("x", "x");
    }
  }

  private Cli signedIn(S3Stub s3) {
    return cli.with("AWS_ENDPOINT_URL_S3", s3.endpoint())
        .with("AWS_REGION", "us-east-1")
        .with("AWS_ACCESS_KEY_ID", "local")
        .with("AWS_SECRET_ACCESS_KEY", "local");
  }

  private UUID conversation(Person sender, Person receiver, String at) {
    var group = UUID.randomUUID();
    product.rows().pythonGroup(group, sender, receiver, at, "before");
    return group;
  }

  private static Map<String, AttributeValue> message(UUID group, String time, String text) {
    return Table.row("MSG#" + group, "2026-05-04T" + time + ".000000+00:00", "message", text);
  }
}
