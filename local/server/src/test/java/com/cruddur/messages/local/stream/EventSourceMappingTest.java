package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a function gets of the stream, and what becomes of what it cannot handle.
@Timeout(60)
class EventSourceMappingTest extends MappedTable {
  @Test
  void recordsComeInOrderAndInBatches() throws InterruptedException {
    table.putMessages(0, 250);
    try (var mapping = start(settings())) {
      assertThat(function.await(250)).containsExactlyElementsOf(sks(0, 250));
      table.putMessages(250, 253);
      assertThat(function.await(3)).containsExactlyElementsOf(sks(250, 253));
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(function.events())
        .extracting(event -> event.getRecords().size())
        .startsWith(100, 100, 50);
    assertThat(function.more()).isEmpty();
  }

  @Test
  void filterLetsOnlyNewMessagesThrough() throws InterruptedException {
    table.put("GRP#user", "00000", "a group row");
    table.put("MSG#group", "00001", "new");
    table.put("MSG#group", "00001", "changed");
    table.deleteItem("MSG#group", "00001");
    table.put("MSG#group", "00002", "new");
    try (var mapping = start(settings())) {
      assertThat(function.await(2)).containsExactly("00001", "00002");
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(function.more()).isEmpty();
  }

  @Test
  void latestLeavesOutWhatWasWrittenBefore() throws InterruptedException {
    table.putMessages(0, 5);
    try (var mapping = start(settings(StartingPosition.LATEST, SHORT))) {
      // It begins a moment after it was started, as on AWS.
      var number = 5;
      while (function.events().isEmpty() && number < 5_000) {
        table.putMessages(number, ++number);
      }
      assertThat(function.await(1).getFirst()).isGreaterThanOrEqualTo("00005");
      assertThat(mapping.isRunning()).isTrue();
    }
  }

  @Test
  void goesOnAtTheRecordThatFailedAndRedoesNoneBefore() throws InterruptedException {
    table.putMessages(0, 20);
    function.failWhen(
        record -> RecordingFunction.sk(record).equals("00007") && function.events().size() == 1);
    try (var mapping = start(settings())) {
      assertThat(function.await(20)).containsExactlyElementsOf(sks(0, 20));
      assertThat(mapping.isRunning()).isTrue();
    }
    assertThat(function.events()).hasSize(2);
    assertThat(function.more()).isEmpty();
    assertThat(documents()).isEmpty();
  }

  @Test
  void recordThatCannotSucceedIsKeptWholeAndTheRestGoesOn()
      throws InterruptedException, IOException {
    table.putMessages(0, 100);
    function.failWhen(record -> RecordingFunction.sk(record).equals("00061"));
    try (var mapping = start(settings())) {
      var expected = sks(0, 100).stream().filter(sk -> !sk.equals("00061")).toList();
      assertThat(function.await(99)).containsExactlyElementsOf(expected);
      assertThat(mapping.isRunning()).isTrue();
    }

    var alone =
        function.events().stream()
            .filter(event -> event.getRecords().size() == 1)
            .filter(event -> RecordingFunction.sk(event.getRecords().getFirst()).equals("00061"))
            .toList();
    assertThat(alone).hasSize(3);
    assertThat(documents()).hasSize(1);
    var document = new JsonMapper().readTree(Files.readAllBytes(documents().getFirst()));
    var payload = document.path("payload").asText();
    assertThat(read(payload)).isEqualTo(alone.getFirst());
    var sequenceNumber = alone.getFirst().getRecords().getFirst().getDynamodb().getSequenceNumber();
    assertThat(document.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(document.at("/requestContext/functionArn").asText()).endsWith(":function:update");
    assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isGreaterThan(3);
    assertThat(document.at("/responseContext/statusCode").asInt()).isEqualTo(200);
    assertThat(document.at("/version").asText()).isEqualTo("1.0");
    assertThat(Instant.parse(document.at("/timestamp").asText())).isBefore(Instant.now());
    var info = document.path("DDBStreamBatchInfo");
    assertThat(info.path("startSequenceNumber").asText()).isEqualTo(sequenceNumber);
    assertThat(info.path("endSequenceNumber").asText()).isEqualTo(sequenceNumber);
    assertThat(info.path("batchSize").asInt()).isEqualTo(1);
    assertThat(info.path("streamArn").asText()).isEqualTo(table.streamArn());
    assertThat(failures.relativize(documents().getFirst()).toString())
        .matches(
            "aws/lambda/[0-9a-f-]{36}/shardId-[0-9a-f-]+/\\d{4}/\\d\\d/\\d\\d/"
                + "\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[0-9a-f-]{36}");
  }

  private List<Path> documents() {
    try (var files = Files.walk(failures)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return fail(e);
    }
  }

  private static DynamodbEvent read(String payload) {
    return LambdaEventSerializers.serializerFor(
            DynamodbEvent.class, EventSourceMappingTest.class.getClassLoader())
        .fromJson(payload);
  }
}
