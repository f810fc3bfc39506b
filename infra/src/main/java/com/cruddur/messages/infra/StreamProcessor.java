package com.cruddur.messages.infra;

import com.cruddur.messages.handler.StreamEventSource;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterCriteriaProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.MetricsConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/// Pattern E: calls the stream function with the table's new messages.
///
/// Of the resource itself, because the library's failure destination grants the function to read
/// and delete what it may only put.
final class StreamProcessor extends Construct {
  private final CfnEventSourceMapping mapping;

  StreamProcessor(
      Construct scope, String id, String streamArn, IFunction function, FailureStore failures) {
    super(scope, id);
    this.mapping =
        CfnEventSourceMapping.Builder.create(this, "Mapping")
            .eventSourceArn(streamArn)
            .functionName(function.getFunctionArn())
            // No message is passed over, whenever the mapping is made; what was done before by
            // another one changes nothing when it is done again.
            .startingPosition("TRIM_HORIZON")
            .filterCriteria(
                FilterCriteriaProperty.builder()
                    .filters(
                        List.of(
                            FilterProperty.builder()
                                .pattern(StreamEventSource.FILTER_PATTERN)
                                .build()))
                    .build())
            .batchSize(StreamEventSource.BATCH_SIZE)
            // Above one, order would hold for an item and no longer for a conversation.
            .parallelizationFactor(1)
            .functionResponseTypes(List.of("ReportBatchItemFailures"))
            .bisectBatchOnFunctionError(true)
            .maximumRetryAttempts(StreamEventSource.MAXIMUM_RETRY_ATTEMPTS)
            .maximumRecordAgeInSeconds(StreamEventSource.MAXIMUM_RECORD_AGE.toSeconds())
            .destinationConfig(
                DestinationConfigProperty.builder()
                    .onFailure(
                        OnFailureProperty.builder().destination(failures.bucketArn()).build())
                    .build())
            .metricsConfig(MetricsConfigProperty.builder().metrics(List.of("EventCount")).build())
            .build();
  }

  /// Names the mapping in its metrics.
  String mappingId() {
    return mapping.getRef();
  }

  /// What the mapping does in the name of the function's role.
  ///
  /// See <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html>
  static List<PolicyStatement> read(String streamArn, TableAccess table) {
    return List.of(
        PolicyStatement.Builder.create()
            .actions(
                List.of(
                    "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"))
            .resources(List.of(streamArn))
            .build(),
        PolicyStatement.Builder.create()
            .actions(List.of("dynamodb:ListStreams"))
            .resources(List.of(table.tableArn() + "/stream/*"))
            .build());
  }
}
