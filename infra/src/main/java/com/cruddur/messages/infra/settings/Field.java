package com.cruddur.messages.infra.settings;

import java.util.List;

/// One field of a record of settings while it is checked.
///
/// @param name as it is written in `infra/cdk.json`
record Field(String name) {
  /// A field's fault, which [SettingsReader] completes by the place of the record.
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String field;

    private Fault(String field, String message) {
      super(message);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  static Field field(String name) {
    return new Field(name);
  }

  /// @param write what to write: `the name of the table`
  <T> T required(T value, String write) {
    if (value == null) {
      throw new Fault(name, "is missing; write " + write);
    }
    return value;
  }

  /// @param wrong what is wrong and what to write, to follow the field's name
  void check(boolean holds, String wrong) {
    if (!holds) {
      throw new Fault(name, wrong);
    }
  }

  /// @param kind of the id, which it starts with: `vpc`
  void checkId(String id, String kind) {
    check(id.matches(kind + "-([0-9a-f]{8}|[0-9a-f]{17})"), "is no id; write " + kind + "-…");
  }

  /// @param kind of the ids, which they start with: `subnet`
  void checkIds(List<String> ids, String kind) {
    for (var i = 0; i < ids.size(); i++) {
      var element = new Field(name + "[" + i + "]");
      element.required(ids.get(i), kind + "-…");
      element.checkId(ids.get(i), kind);
    }
  }
}
