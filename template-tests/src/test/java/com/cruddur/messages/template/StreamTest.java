package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.handler.StreamEventSource;
import com.cruddur.messages.template.Synthesis.Apps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class StreamTest {
  private final ReadableTemplate messaging;

  StreamTest(Apps apps) {
    this.messaging = ReadableTemplate.of(apps.dev(), SynthesizedApp.MESSAGING);
  }

  @Test
  void mappingCallsTheFunctionAsItsSettingsSay() {
    assertThatJson(messaging.untagged("StreamProcessor/Mapping"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("EventSourceArn", "${MessagesTable/Table.StreamArn}"),
                Map.entry("FunctionName", "${UpdateMessageGroups/Live}"),
                Map.entry("StartingPosition", "TRIM_HORIZON"),
                Map.entry(
                    "FilterCriteria",
                    Map.of(
                        "Filters", List.of(Map.of("Pattern", StreamEventSource.FILTER_PATTERN)))),
                Map.entry("BatchSize", StreamEventSource.BATCH_SIZE),
                Map.entry("ParallelizationFactor", 1),
                Map.entry("FunctionResponseTypes", List.of("ReportBatchItemFailures")),
                Map.entry("BisectBatchOnFunctionError", true),
                Map.entry("MaximumRetryAttempts", StreamEventSource.MAXIMUM_RETRY_ATTEMPTS),
                Map.entry(
                    "MaximumRecordAgeInSeconds", StreamEventSource.MAXIMUM_RECORD_AGE.toSeconds()),
                Map.entry(
                    "DestinationConfig",
                    Map.of("OnFailure", Map.of("Destination", "${FailureStore/Bucket.Arn}"))),
                Map.entry("MetricsConfig", Map.of("Metrics", List.of("EventCount")))));
  }

  @Test
  void messagesOfHalfADaysOutageAreReadAndWhatIsGivenUpIsStillInTheStream() {
    var age = messaging.properties("StreamProcessor/Mapping").get("MaximumRecordAgeInSeconds");
    assertThat(Duration.ofSeconds(age.intValue()))
        .isGreaterThan(Duration.ofHours(12))
        .isLessThan(Duration.ofHours(24));
  }

  @Test
  void failureStoreIsPrivateEncryptedAndForgetsAfterThreeMonths() {
    assertThatJson(messaging.untagged("FailureStore/Bucket"))
        .isEqualTo(
            """
            {
              "PublicAccessBlockConfiguration": {
                "BlockPublicAcls": true,
                "BlockPublicPolicy": true,
                "IgnorePublicAcls": true,
                "RestrictPublicBuckets": true
              },
              "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
              "BucketEncryption": {
                "ServerSideEncryptionConfiguration": [
                  {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
                ]
              },
              "LifecycleConfiguration": {
                "Rules": [
                  {
                    "Status": "Enabled",
                    "ExpirationInDays": 90,
                    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1}
                  }
                ]
              }
            }
            """);
  }

  @Test
  void failureStoreIsSpokenToOverTlsOnly() {
    assertThatJson(messaging.properties("FailureStore/Bucket/Policy"))
        .isEqualTo(
            """
            {
              "Bucket": "${FailureStore/Bucket}",
              "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                  {
                    "Effect": "Deny",
                    "Principal": {"AWS": "*"},
                    "Action": "s3:*",
                    "Resource": ["${FailureStore/Bucket.Arn}", "${FailureStore/Bucket.Arn}/*"],
                    "Condition": {"Bool": {"aws:SecureTransport": "false"}}
                  }
                ]
              }
            }
            """);
  }
}
