package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.table.MessagesTable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// Which table it is, wherever its endpoint may be today: a table of the same name that was made
/// later is another one.
///
/// @param arn names account and region as well
/// @param made when the table was made
record TableIdentity(String arn, String made) {

  /// Asks DynamoDB about the table.
  ///
  /// @throws software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException when there is
  ///     none
  static TableDescription describe(MessagesTable table) {
    return table.client().describeTable(request -> request.tableName(table.name())).table();
  }

  static TableIdentity of(TableDescription description) {
    return new TableIdentity(description.tableArn(), description.creationDateTime().toString());
  }

  @Override
  public String toString() {
    return arn + " made " + made;
  }
}
