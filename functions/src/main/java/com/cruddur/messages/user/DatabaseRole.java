package com.cruddur.messages.user;

/// Who the functions are in the users' database, each with no more than its work needs. `roles.sql`
/// makes these roles and says what they may.
public enum DatabaseRole {
  /// Looks users up.
  READER("cruddur_messages_reader"),
  /// Looks users up and adds new ones.
  REGISTRAR("cruddur_messages_registrar");

  private final String role;

  DatabaseRole(String role) {
    this.role = role;
  }

  /// The name of the role in Postgres.
  public String role() {
    return role;
  }
}
