package com.cruddur.messages.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.lambda.Function;

/// The figures that AWS measures of our parts, under AWS's names.
///
/// A function's are taken of the whole function, not of its alias: nobody calls it otherwise, and
/// if somebody did, that should show too.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html> and
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html>
///
/// @param functions all that are called by others
/// @param updateMessageGroups the one that reads the stream
record Metrics(
    MessagingApi api,
    StreamProcessor stream,
    List<LambdaFunction> functions,
    LambdaFunction updateMessageGroups) {
  private static final Duration MINUTE = Duration.minutes(1);

  Metric requests() {
    return ofApi("Count", "Sum");
  }

  Metric serverErrors() {
    return ofApi("5xx", "Sum");
  }

  Metric clientErrors() {
    return ofApi("4xx", "Sum");
  }

  /// @param percentile `p50`, `p99`; in milliseconds
  Metric latency(String percentile) {
    return ofApi("Latency", percentile);
  }

  /// How old the last record of a batch was, in milliseconds.
  Metric iteratorAge() {
    return ofFunction(updateMessageGroups, "IteratorAge", "Maximum");
  }

  Metric errors(Function function) {
    return ofFunction(function, "Errors", "Sum");
  }

  Metric throttles(Function function) {
    return ofFunction(function, "Throttles", "Sum");
  }

  /// In milliseconds.
  Metric duration(Function function) {
    return ofFunction(function, "Duration", "p99");
  }

  /// Records that went to the failure store.
  Metric stored() {
    return ofMapping("OnFailureDestinationDeliveredEventCount");
  }

  /// Records that were given up and went nowhere.
  Metric dropped() {
    return ofMapping("DroppedEventCount");
  }

  /// Batches that were to go to the failure store and could not be put there.
  Metric notStored() {
    return ofFunction(updateMessageGroups, "DestinationDeliveryFailures", "Sum");
  }

  private Metric ofApi(String name, String statistic) {
    return metric("AWS/ApiGateway", name, "ApiId", api.api().getApiId(), statistic);
  }

  private static Metric ofFunction(Function function, String name, String statistic) {
    return metric("AWS/Lambda", name, "FunctionName", function.getFunctionName(), statistic);
  }

  private Metric ofMapping(String name) {
    return metric("AWS/Lambda", name, "EventSourceMappingUUID", stream.mappingId(), "Sum");
  }

  private static Metric metric(
      String namespace, String name, String dimension, String value, String statistic) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .dimensionsMap(Map.of(dimension, value))
        .statistic(statistic)
        .period(MINUTE)
        .build();
  }
}
