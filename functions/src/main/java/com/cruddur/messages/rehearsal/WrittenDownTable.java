package com.cruddur.messages.rehearsal;

import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What DynamoDB would answer if the table held a small inbox: the JSON of its protocol. Writes all
/// succeed and change nothing.
public final class WrittenDownTable {
  private static final Pattern GROUP = Pattern.compile("\"([0-9a-f]{8}-[0-9a-f-]{27})\"");

  // More than a page of conversations, so that there is a next one.
  private static final int ROWS = 21;

  private WrittenDownTable() {}

  /// @param target the header `X-Amz-Target`, which ends with the operation
  /// @param request the body
  /// @return the answer's body
  public static String answer(String target, String request) {
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "GetItem" -> item(request);
      case "Query" -> rows(request);
      default -> "{}";
    };
  }

  private static String item(String request) {
    if (request.contains("USR#")) {
      return "{\"Item\":{\"pk\":{\"S\":\"USR#-\"},\"sk\":{\"S\":\"USR\"},%s,\"expires_at\":{\"N\":\"9999999999\"}}}"
          .formatted(user(WrittenDownUsers.CALLER));
    }
    if (request.contains("MBR#")) {
      return "{\"Item\":{\"pk\":{\"S\":\"MBR#%s\"},\"sk\":{\"S\":\"%s\"}}}"
          .formatted(RehearsalEvents.GROUP, WrittenDownUsers.CALLER);
    }
    if (request.contains("PAIR#") && request.contains(WrittenDownUsers.FRIEND.toString())) {
      return "{\"Item\":{\"pk\":{\"S\":\"PAIR#-\"},\"sk\":{\"S\":\"PAIR\"},\"conversation_uuid\":{\"S\":\"%s\"}}}"
          .formatted(RehearsalEvents.GROUP);
    }
    return "{}";
  }

  private static String rows(String request) {
    if (request.contains("MSG#")) {
      return many(WrittenDownTable::message);
    }
    if (request.contains("message-group-sk-index")) {
      var group = GROUP.matcher(request);
      var uuid = group.find() ? group.group(1) : RehearsalEvents.GROUP;
      return "{\"Items\":[%s,%s],\"Count\":2}"
          .formatted(
              inboxRow(0, uuid, WrittenDownUsers.CALLER, WrittenDownUsers.FRIEND),
              inboxRow(0, uuid, WrittenDownUsers.FRIEND, WrittenDownUsers.CALLER));
    }
    // Of a stranger the caller has no row, so that a conversation with him is a new one.
    return request.contains("GRP#" + WrittenDownUsers.CALLER)
        ? many(
            n ->
                inboxRow(
                    n, new UUID(0, n).toString(), WrittenDownUsers.CALLER, WrittenDownUsers.FRIEND))
        : "{\"Items\":[],\"Count\":0}";
  }

  // Newest first.
  private static String many(IntFunction<String> row) {
    return IntStream.range(0, ROWS)
        .mapToObj(n -> row.apply(ROWS - n))
        .collect(Collectors.joining(",", "{\"Items\":[", "],\"Count\":" + ROWS + "}"));
  }

  private static String message(int n) {
    return "{\"pk\":{\"S\":\"MSG#%s\"},%s,\"message_uuid\":{\"S\":\"%s\"},%s}"
        .formatted(RehearsalEvents.GROUP, shown(n), new UUID(1, n), user(WrittenDownUsers.CALLER));
  }

  private static String inboxRow(int n, String group, UUID owner, UUID other) {
    return "{\"pk\":{\"S\":\"GRP#%s\"},%s,\"message_group_uuid\":{\"S\":\"%s\"},%s}"
        .formatted(owner, shown(n), group, user(other));
  }

  private static String shown(int n) {
    return "\"sk\":{\"S\":\"2026-01-01T00:00:%02d.000000+00:00\"},\"message\":{\"S\":\"Hi\"}"
        .formatted(n);
  }

  private static String user(UUID uuid) {
    return "\"user_uuid\":{\"S\":\"%s\"},\"user_handle\":{\"S\":\"caller\"},\"user_display_name\":{\"S\":\"Caller\"}"
        .formatted(uuid);
  }
}
