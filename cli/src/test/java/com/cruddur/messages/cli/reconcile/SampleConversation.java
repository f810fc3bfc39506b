package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A conversation as it should stand in the table.
///
/// @param members two, each of whom has sent something
/// @param newest when its newest message was sent
/// @param text that message's text
record SampleConversation(UUID uuid, List<User> members, Timestamp newest, String text) {
  User other(User member) {
    return members.get(members.getFirst().equals(member) ? 1 : 0);
  }

  SampleConversation showing(Timestamp at, String newText) {
    return new SampleConversation(uuid, members, at, newText);
  }

  /// A member's inbox row, with something in it that only its owner knows of.
  Map<String, AttributeValue> row(User member) {
    var other = other(member);
    return Table.row(
        "GRP#" + member.uuid(),
        newest.stored(),
        "message_group_uuid",
        uuid.toString(),
        "message",
        text,
        "user_uuid",
        other.uuid().toString(),
        "user_handle",
        other.handle(),
        "user_display_name",
        other.displayName(),
        "theme",
        "of " + uuid);
  }

  /// The row with some attributes changed, or gone where the value is null.
  Map<String, AttributeValue> row(User member, String... namesAndValues) {
    var row = new HashMap<>(row(member));
    for (var i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        row.remove(namesAndValues[i]);
      } else {
        row.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
      }
    }
    return row;
  }
}
