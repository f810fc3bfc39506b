package com.cruddur.messages.infra;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MEMBER_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.MESSAGE_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.PAIR_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.SENT_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.USER_PREFIX;

import com.cruddur.messages.http.Route;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// What each function does to the table: the requests its repositories send, and no others.
///
/// | function | GetItem | Query | Query of the index | PutItem | DeleteItem |
/// |---|---|---|---|---|---|
/// | ListMessages | `MBR#` `USR#` | `MSG#` `MBR#` `GRP#` | yes | `MBR#` `USR#` | |
/// | ListMessageGroups | `USR#` | `GRP#` | | `USR#` | |
/// | CreateMessage | `MBR#` `PAIR#` `IDM#` `MSG#` `USR#` | `MSG#` `MBR#` `GRP#` | yes | all six | |
/// | UpdateMessageGroups | | `MBR#` `GRP#` | yes | `GRP#` | `GRP#` |
///
/// ListMessages writes, because the first reader of a conversation of the Python service gives it
/// its membership rows. All three keep a copy of their caller.
///
/// @param table the messages' table
record FunctionPermissions(TableAccess table) {
  List<PolicyStatement> of(Route route) {
    return switch (route) {
      case LIST_MESSAGES ->
          List.of(
              table.get(MEMBER_PREFIX, USER_PREFIX),
              table.query(MESSAGE_PREFIX, MEMBER_PREFIX, GROUP_PREFIX),
              table.queryIndex(),
              table.put(MEMBER_PREFIX, USER_PREFIX));
      case LIST_MESSAGE_GROUPS ->
          List.of(table.get(USER_PREFIX), table.query(GROUP_PREFIX), table.put(USER_PREFIX));
      case CREATE_MESSAGE ->
          List.of(
              table.get(MEMBER_PREFIX, PAIR_PREFIX, SENT_PREFIX, MESSAGE_PREFIX, USER_PREFIX),
              table.query(MESSAGE_PREFIX, MEMBER_PREFIX, GROUP_PREFIX),
              table.queryIndex(),
              table.put(
                  MESSAGE_PREFIX,
                  GROUP_PREFIX,
                  MEMBER_PREFIX,
                  PAIR_PREFIX,
                  SENT_PREFIX,
                  USER_PREFIX));
      case SHOW_USER -> List.of();
    };
  }

  List<PolicyStatement> ofUpdateMessageGroups() {
    return List.of(
        table.query(MEMBER_PREFIX, GROUP_PREFIX),
        table.queryIndex(),
        table.put(GROUP_PREFIX),
        table.delete(GROUP_PREFIX));
  }
}
