package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/// Alarms on what people would notice, or what would be lost, and the dashboard that shows why.
final class Monitoring extends Construct {
  private static final int NONE = 0;
  private static final int AT_ONCE = 1;

  // One slow minute may be a database that wakes up; five are a fault.
  private static final int FOR_FIVE_MINUTES = 5;

  // A database that wakes up is answered for with 503 until it is awake, within a minute or two.
  private static final int THREE_OF_THEM = 3;

  private static final int MAX_ITERATOR_AGE = 60_000;
  private static final int MAX_LATENCY = 3_000;

  private final AlarmTopic topic;

  Monitoring(Construct scope, String id, Settings settings, Metrics metrics) {
    super(scope, id);
    this.topic = new AlarmTopic(this, "Topic", settings.alarmEmail());
    alarm(
        "StreamIsLate",
        "Inboxes are more than a minute behind the messages",
        metrics.iteratorAge(),
        MAX_ITERATOR_AGE,
        FOR_FIVE_MINUTES);
    alarm(
        "RecordsInFailureStore",
        "Messages did not reach the inboxes; their records are in the failure store",
        metrics.stored(),
        NONE,
        AT_ONCE);
    alarm(
        "FailureStoreRefuses",
        "Records could not be put into the failure store",
        metrics.notStored(),
        NONE,
        AT_ONCE);
    alarm(
        "RecordsDropped",
        "Messages did not reach the inboxes, and their records are lost",
        metrics.dropped(),
        NONE,
        AT_ONCE);
    alarm(
        "ServerErrors",
        "The API answered 5xx in three of five minutes",
        metrics.serverErrors(),
        NONE,
        FOR_FIVE_MINUTES,
        THREE_OF_THEM);
    alarm(
        "ApiIsSlow",
        "One of a hundred requests takes more than three seconds",
        metrics.latency("p99"),
        MAX_LATENCY,
        FOR_FIVE_MINUTES);
    for (var function : metrics.functions()) {
      var name = function.getNode().getId();
      alarm(name + "Errors", name + " fails", metrics.errors(function), NONE, AT_ONCE);
      alarm(
          name + "Throttles",
          name + " is called more often than the account lets it run",
          metrics.throttles(function),
          NONE,
          AT_ONCE);
    }
    MessagingDashboard.create(this, "Dashboard", settings, metrics);
  }

  private void alarm(String id, String description, Metric metric, int allowed, int minutes) {
    alarm(id, description, metric, allowed, minutes, minutes);
  }

  // @param bad how many of the minutes have to be above what is allowed
  private void alarm(
      String id, String description, Metric metric, int allowed, int minutes, int bad) {
    var alarm =
        Alarm.Builder.create(this, id)
            .alarmDescription(description)
            .metric(metric)
            .threshold(allowed)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .evaluationPeriods(minutes)
            .datapointsToAlarm(bad)
            // Where nothing happens, nothing is measured.
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(new SnsAction(topic.topic()));
  }
}
