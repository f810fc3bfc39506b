package com.cruddur.messages.cli.transfer;

import static com.cruddur.messages.table.MessagesTableSchema.PK;

import com.cruddur.messages.table.MessagesTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Writes a row. Doing it again changes nothing.
///
/// @param overwrite whether another row under the same key is replaced
record RowPut(MessagesTable table, boolean overwrite) {
  /// What became of a row.
  enum Outcome {
    WRITTEN,
    REPLACED,
    UNCHANGED,
    KEPT,
    REFUSED
  }

  /// @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB failed
  Outcome put(Map<String, AttributeValue> row) {
    try {
      return overwrite ? replace(row) : putIfNew(row);
    } catch (ConditionalCheckFailedException e) {
      return SameRow.test(row, e.item()) ? Outcome.UNCHANGED : Outcome.KEPT;
    } catch (DynamoDbException e) {
      // Its message may quote the row.
      if ("ValidationException".equals(e.awsErrorDetails().errorCode())) {
        return Outcome.REFUSED;
      }
      throw e;
    }
  }

  private Outcome putIfNew(Map<String, AttributeValue> row) {
    table
        .client()
        .putItem(
            request(row)
                .conditionExpression("attribute_not_exists(%s)".formatted(PK))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build());
    return Outcome.WRITTEN;
  }

  private Outcome replace(Map<String, AttributeValue> row) {
    var before = table.client().putItem(request(row).returnValues(ReturnValue.ALL_OLD).build());
    if (!before.hasAttributes()) {
      return Outcome.WRITTEN;
    }
    return SameRow.test(row, before.attributes()) ? Outcome.UNCHANGED : Outcome.REPLACED;
  }

  private PutItemRequest.Builder request(Map<String, AttributeValue> row) {
    return PutItemRequest.builder().tableName(table.name()).item(row);
  }
}
