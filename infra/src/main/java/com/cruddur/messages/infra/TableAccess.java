package com.cruddur.messages.infra;

import com.cruddur.messages.table.MessagesTableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// Statements that allow single actions on single kinds of row of the messages' table.
///
/// Written by hand, because the library's grants take in scans, every index and the stream. A
/// transaction needs no action of its own but those of what it does. Which rows a request may touch
/// is a condition on its partition keys; the second condition is there because the first one holds
/// where a request names no key at all.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html>
///
/// @param tableArn the table's ARN
record TableAccess(String tableArn) {
  static final String GET_ITEM = "dynamodb:GetItem";
  static final String QUERY = "dynamodb:Query";
  static final String PUT_ITEM = "dynamodb:PutItem";
  static final String DELETE_ITEM = "dynamodb:DeleteItem";

  /// @param prefixes of the partition keys, such as `MSG#`
  PolicyStatement get(String... prefixes) {
    return onRows(GET_ITEM, prefixes);
  }

  /// @param prefixes of the partition keys, such as `MSG#`
  PolicyStatement query(String... prefixes) {
    return onRows(QUERY, prefixes);
  }

  /// @param prefixes of the partition keys, such as `MSG#`
  PolicyStatement put(String... prefixes) {
    return onRows(PUT_ITEM, prefixes);
  }

  /// @param prefixes of the partition keys, such as `MSG#`
  PolicyStatement delete(String... prefixes) {
    return onRows(DELETE_ITEM, prefixes);
  }

  /// Its partition keys are the conversations' own, without a prefix that could be asked for.
  PolicyStatement queryIndex() {
    return allow(QUERY, indexArn());
  }

  String indexArn() {
    return tableArn + "/index/" + MessagesTableSchema.MESSAGE_GROUP_INDEX;
  }

  private PolicyStatement onRows(String action, String... prefixes) {
    var statement = allow(action, tableArn);
    var keys = Arrays.stream(prefixes).map(prefix -> prefix + "*").toList();
    statement.addCondition("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", keys));
    statement.addCondition("Null", Map.of("dynamodb:LeadingKeys", "false"));
    return statement;
  }

  private static PolicyStatement allow(String action, String arn) {
    return PolicyStatement.Builder.create()
        .actions(List.of(action))
        .resources(List.of(arn))
        .build();
  }
}
