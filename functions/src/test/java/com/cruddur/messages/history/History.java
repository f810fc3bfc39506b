package com.cruddur.messages.history;

import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What happens.
///
/// @param legacy the conversations that the Python service had made before
record History(List<Legacy> legacy, List<Step> steps) {
  /// A conversation of the Python service.
  ///
  /// @param form how it wrote its time
  /// @param half whether the first one's inbox row is lost
  record Legacy(int one, int other, Form form, boolean half) {
    /// Its rows.
    ///
    /// @param number of the conversation, which gives it a time of its own
    List<Map<String, AttributeValue>> rows(List<User> people, int number) {
      var group = UUID.randomUUID().toString();
      var at = form.time(number);
      var rows = new ArrayList<Map<String, AttributeValue>>();
      if (!half) {
        rows.add(inboxRow(group, people.get(one), people.get(other), at));
      }
      rows.add(inboxRow(group, people.get(other), people.get(one), at));
      rows.add(
          Table.row(
              "MSG#" + group,
              at,
              "message",
              "old",
              "message_uuid",
              UUID.randomUUID().toString(),
              "user_uuid",
              people.get(one).uuid().toString()));
      return rows;
    }

    private static Map<String, AttributeValue> inboxRow(
        String group, User owner, User other, String at) {
      return Table.row(
          "GRP#" + owner.uuid(),
          at,
          "message_group_uuid",
          group,
          "message",
          "old",
          "user_uuid",
          other.uuid().toString(),
          "user_handle",
          other.handle(),
          "user_display_name",
          other.displayName());
    }
  }

  /// The forms that the Python service wrote times in.
  enum Form {
    UTC("2026-05-01T10:00:0%d.000001+00:00"),
    NAIVE("2026-05-01T10:00:0%d.000001"),
    WHOLE_SECOND("2026-05-01T10:00:0%d+00:00"),
    /// Sorts after this history's first messages, as letters.
    AHEAD("2026-05-04T15:30:0%d.000001+05:30");

    private final String text;

    Form(String text) {
      this.text = text;
    }

    /// A time of its own for each number from 0 to 9.
    String time(int number) {
      return text.formatted(number);
    }
  }
}
