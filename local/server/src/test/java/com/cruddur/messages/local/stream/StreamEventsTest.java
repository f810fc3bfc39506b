package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

class StreamEventsTest {
  private static final Instant ARRIVAL = Instant.parse("2026-01-01T12:00:07Z");

  @Test
  void recordReachesTheFunctionFieldForField() {
    var record = read(Map.of("sk", sdk().s("text").build()));

    assertThat(record.getEventID()).isEqualTo("event-7");
    assertThat(record.getEventName()).isEqualTo("INSERT");
    assertThat(record.getEventVersion()).isEqualTo("1.1");
    assertThat(record.getEventSource()).isEqualTo("aws:dynamodb");
    assertThat(record.getAwsRegion()).isEqualTo("ddblocal");
    assertThat(record.getEventSourceARN()).isEqualTo(Records.STREAM_ARN);
    var change = record.getDynamodb();
    assertThat(change.getApproximateCreationDateTime()).isEqualTo(Date.from(ARRIVAL));
    assertThat(change.getKeys().get("pk").getS()).isEqualTo("MSG#group");
    assertThat(change.getSequenceNumber()).isEqualTo(Records.sequenceNumber(7));
    assertThat(change.getSizeBytes()).isEqualTo(26);
    assertThat(change.getStreamViewType()).isEqualTo("NEW_IMAGE");
    assertThat(change.getOldImage()).isNull();
  }

  @Test
  void everyTypeOfAttributeKeepsItsValue() {
    var bytes = SdkBytes.fromUtf8String("bytes");
    var image =
        read(Map.of(
                "s", sdk().s("\"quoted\" \uD83D\uDE00\n").build(),
                "n", sdk().n("12345678901234567890.5").build(),
                "b", sdk().b(bytes).build(),
                "bool", sdk().bool(false).build(),
                "null", sdk().nul(true).build(),
                "ss", sdk().ss("a", "b").build(),
                "ns", sdk().ns("1", "2").build(),
                "bs", sdk().bs(bytes, bytes).build(),
                "l", sdk().l(sdk().s("in a list").build()).build(),
                "m", sdk().m(Map.of("k", sdk().l(List.of()).build())).build()))
            .getDynamodb()
            .getNewImage();

    var sameBytes = ByteBuffer.wrap("bytes".getBytes(StandardCharsets.UTF_8));
    assertThat(image)
        .containsEntry("s", new AttributeValue().withS("\"quoted\" \uD83D\uDE00\n"))
        .containsEntry("n", new AttributeValue().withN("12345678901234567890.5"))
        .containsEntry("b", new AttributeValue().withB(sameBytes))
        .containsEntry("bool", new AttributeValue().withBOOL(false))
        .containsEntry("null", new AttributeValue().withNULL(true))
        .containsEntry("ss", new AttributeValue().withSS("a", "b"))
        .containsEntry("ns", new AttributeValue().withNS("1", "2"))
        .containsEntry("bs", new AttributeValue().withBS(sameBytes, sameBytes))
        .containsEntry("l", new AttributeValue().withL(new AttributeValue().withS("in a list")))
        .containsEntry(
            "m", new AttributeValue().withM(Map.of("k", new AttributeValue().withL(List.of()))));
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue.Builder sdk() {
    return software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
  }

  private static DynamodbEvent.DynamodbStreamRecord read(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
    var record = Records.message(7, ARRIVAL);
    var withImage =
        record.toBuilder().dynamodb(record.dynamodb().toBuilder().newImage(image).build()).build();
    var event = StreamEvents.event(List.of(StreamEvents.record(withImage, Records.STREAM_ARN)));
    return LambdaEventSerializers.serializerFor(
            DynamodbEvent.class, StreamEventsTest.class.getClassLoader())
        .fromJson(new ByteArrayInputStream(event))
        .getRecords()
        .getFirst();
  }
}
