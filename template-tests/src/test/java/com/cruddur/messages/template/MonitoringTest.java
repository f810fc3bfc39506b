package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class MonitoringTest {
  private static final String API = "ApiId ${MessagingApi/Api}";
  private static final String MAPPING = "EventSourceMappingUUID ${StreamProcessor/Mapping}";
  private static final String STREAM_FUNCTION = "FunctionName ${UpdateMessageGroups}";
  private static final List<String> FUNCTIONS =
      List.of(
          "ListMessages",
          "ListMessageGroups",
          "CreateMessage",
          "ShowUser",
          "UpdateMessageGroups",
          "RegisterUser");

  private final ReadableTemplate messaging;

  MonitoringTest(Apps apps) {
    this.messaging = ReadableTemplate.of(apps.dev(), SynthesizedApp.MESSAGING);
  }

  @Test
  void alarmsWatchWhatPeopleWouldNoticeAndWhatWouldBeLost() {
    var expected = new ArrayList<String>();
    expected.add(
        "StreamIsLate: AWS/Lambda IteratorAge Maximum > 60000 for 5 min of " + STREAM_FUNCTION);
    expected.add(
        "FailureStoreRefuses: AWS/Lambda DestinationDeliveryFailures Sum > 0 for 1 min of "
            + STREAM_FUNCTION);
    expected.add(
        "RecordsInFailureStore: AWS/Lambda OnFailureDestinationDeliveredEventCount Sum > 0"
            + " for 1 min of "
            + MAPPING);
    expected.add("RecordsDropped: AWS/Lambda DroppedEventCount Sum > 0 for 1 min of " + MAPPING);
    expected.add("ServerErrors: AWS/ApiGateway 5xx Sum > 0 for 3 of 5 min of " + API);
    expected.add("ApiIsSlow: AWS/ApiGateway Latency p99 > 3000 for 5 min of " + API);
    for (var function : FUNCTIONS) {
      var of = " Sum > 0 for 1 min of FunctionName ${" + function + "}";
      expected.add(function + "Errors: AWS/Lambda Errors" + of);
      expected.add(function + "Throttles: AWS/Lambda Throttles" + of);
    }

    var alarms = new ArrayList<String>();
    messaging
        .ofType("AWS::CloudWatch::Alarm")
        .forEach((name, alarm) -> alarms.add(sentence(name, alarm.get("Properties"))));
    assertThat(alarms).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyAlarmIsAnnouncedAndSilenceIsNone() {
    assertThat(messaging.ofType("AWS::CloudWatch::Alarm").values())
        .allSatisfy(
            alarm -> {
              var properties = alarm.get("Properties");
              assertThatJson(properties.get("AlarmActions"))
                  .isEqualTo("[\"${Monitoring/Topic/Topic}\"]");
              assertThat(properties.get("TreatMissingData").textValue()).isEqualTo("notBreaching");
              assertThat(properties.get("AlarmDescription").textValue()).isNotBlank();
            });
  }

  @Test
  void onlyAlarmsOfThisAccountPublishAndOnlyOverTls() {
    assertThatJson(messaging.properties("Monitoring/Topic/Topic/Policy"))
        .isEqualTo(
            """
            {
              "Topics": ["${Monitoring/Topic/Topic}"],
              "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                  {
                    "Sid": "AllowPublishThroughSSLOnly",
                    "Effect": "Deny",
                    "Principal": "*",
                    "Action": "sns:Publish",
                    "Resource": "${Monitoring/Topic/Topic}",
                    "Condition": {"Bool": {"aws:SecureTransport": "false"}}
                  },
                  {
                    "Sid": "AlarmsOfThisAccount",
                    "Effect": "Allow",
                    "Principal": {"Service": "cloudwatch.amazonaws.com"},
                    "Action": "sns:Publish",
                    "Resource": "${Monitoring/Topic/Topic}",
                    "Condition": {"StringEquals": {"aws:SourceAccount": "${AWS::AccountId}"}}
                  }
                ]
              }
            }
            """);
  }

  @Test
  void dashboardShowsWhatTheAlarmsLookAtAndHowMuchThereIsToDo() {
    var shown = new TreeSet<String>();
    var dashboard = messaging.properties("Monitoring/Dashboard");
    assertThat(dashboard.get("DashboardName").textValue())
        .isEqualTo("CruddurMessages-dev-Dashboard");
    for (var widget : Json.node(dashboard.get("DashboardBody").textValue()).get("widgets")) {
      for (var metric : widget.get("properties").get("metrics")) {
        shown.add(
            "%s %s %s of %s %s"
                .formatted(
                    metric.get(0).textValue(),
                    metric.get(1).textValue(),
                    metric.get(4).get("stat").textValue(),
                    metric.get(2).textValue(),
                    metric.get(3).textValue()));
      }
    }
    var expected = new TreeSet<String>();
    expected.add("AWS/ApiGateway Count Sum of " + API);
    expected.add("AWS/ApiGateway 4xx Sum of " + API);
    expected.add("AWS/ApiGateway Latency p50 of " + API);
    for (var function : FUNCTIONS) {
      expected.add("AWS/Lambda Duration p99 of FunctionName ${" + function + "}");
    }
    messaging
        .ofType("AWS::CloudWatch::Alarm")
        .values()
        .forEach(alarm -> expected.add(metric(alarm.get("Properties"))));
    assertThat(shown).isEqualTo(expected);
  }

  private static String sentence(String name, JsonNode alarm) {
    assertThat(alarm.get("ComparisonOperator").textValue()).isEqualTo("GreaterThanThreshold");
    assertThat(alarm.get("Period").intValue()).isEqualTo(60);
    return metric(alarm)
        .replace(" of ", " > %s for %s min of ".formatted(alarm.get("Threshold"), minutes(alarm)))
        .transform(metric -> name.replace("Monitoring/", "") + ": " + metric);
  }

  private static String minutes(JsonNode alarm) {
    var bad = alarm.get("DatapointsToAlarm").asText();
    var all = alarm.get("EvaluationPeriods").asText();
    return bad.equals(all) ? all : bad + " of " + all;
  }

  private static String metric(JsonNode alarm) {
    assertThat(alarm.get("Dimensions").size()).isEqualTo(1);
    return "%s %s %s of %s %s"
        .formatted(
            alarm.get("Namespace").textValue(),
            alarm.get("MetricName").textValue(),
            alarm.path("Statistic").asText() + alarm.path("ExtendedStatistic").asText(),
            alarm.at("/Dimensions/0/Name").textValue(),
            alarm.at("/Dimensions/0/Value").textValue());
  }
}
