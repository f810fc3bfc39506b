package com.cruddur.messages.http;

import com.cruddur.messages.message.Message;
import com.cruddur.messages.message.MessageGroup;
import com.cruddur.messages.user.User;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// The shapes of the answers, which today's front ends read.
public final class JsonAnswers {
  private JsonAnswers() {}

  /// Pattern A: `[{uuid, display_name, handle, message, created_at}]`, the uuid being the
  /// message's.
  public static Json.Value messages(List<Message> messages) {
    return json -> {
      json.writeStartArray();
      for (var message : messages) {
        json.writeStartObject();
        writeMessage(json, message);
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }

  /// Pattern B: `[{uuid, display_name, handle, message, created_at}]`, the uuid being the
  /// conversation's.
  public static Json.Value messageGroups(List<MessageGroup> groups) {
    return json -> {
      json.writeStartArray();
      for (var group : groups) {
        json.writeStartObject();
        json.writeStringField("uuid", group.uuid().toString());
        writeEntry(json, group.other(), group.lastMessage(), group.lastMessageAt().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }

  /// Pattern C: the message with its conversation.
  public static Json.Value message(Message message) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("message_group_uuid", message.groupUuid().toString());
      writeMessage(json, message);
      json.writeEndObject();
    };
  }

  /// Pattern D: `{message_group_uuid}`.
  public static Json.Value messageGroupUuid(Message message) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("message_group_uuid", message.groupUuid().toString());
      json.writeEndObject();
    };
  }

  /// The short profile: `{uuid, handle, display_name}`.
  public static Json.Value user(User user) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("uuid", user.uuid().toString());
      json.writeStringField("handle", user.handle());
      json.writeStringField("display_name", user.displayName());
      json.writeEndObject();
    };
  }

  private static void writeMessage(JsonGenerator json, Message message) throws IOException {
    json.writeStringField("uuid", message.uuid().toString());
    writeEntry(json, message.sender(), message.text(), message.createdAt().toString());
  }

  private static void writeEntry(JsonGenerator json, User user, String message, String createdAt)
      throws IOException {
    json.writeStringField("display_name", user.displayName());
    json.writeStringField("handle", user.handle());
    json.writeStringField("message", message);
    json.writeStringField("created_at", createdAt);
  }
}
