package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.handler.ListMessageGroupsHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;

/// A function of ours, and the Python function that does the same.
enum Function {
  /// Pattern B.
  LIST_MESSAGE_GROUPS("list_message_groups", ListMessageGroupsHandler.class),
  /// Pattern E.
  UPDATE_MESSAGE_GROUPS("update_message_groups", UpdateMessageGroupsHandler.class);

  private final String module;
  private final Class<?> handler;

  Function(String module, Class<?> handler) {
    this.module = module;
    this.handler = handler;
  }

  /// The Python module, in `bench/python`.
  String module() {
    return module;
  }

  /// The handler's class.
  String handler() {
    return handler.getName();
  }
}
