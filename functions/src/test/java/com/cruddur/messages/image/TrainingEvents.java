package com.cruddur.messages.image;

import com.cruddur.messages.rehearsal.RehearsalEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The events that each function of the image is trained with.
final class TrainingEvents {
  private static final String HANDLERS = "com.cruddur.messages.handler.";

  private TrainingEvents() {}

  /// By the handlers' names. None of them needs the users' database, which is not there.
  static Map<String, List<String>> byHandler() {
    var all = new LinkedHashMap<String, List<String>>();
    all.put(HANDLERS + "ListMessagesHandler", RehearsalEvents.listMessages());
    all.put(HANDLERS + "ListMessageGroupsHandler", RehearsalEvents.listMessageGroups());
    all.put(HANDLERS + "CreateMessageHandler", RehearsalEvents.createMessage());
    all.put(HANDLERS + "ShowUserHandler", RehearsalEvents.showUser());
    all.put(HANDLERS + "UpdateMessageGroupsHandler", RehearsalEvents.updateMessageGroups());
    all.put(HANDLERS + "RegisterUserHandler", RehearsalEvents.registerUser());
    return all;
  }
}
