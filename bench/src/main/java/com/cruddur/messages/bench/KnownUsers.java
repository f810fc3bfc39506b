package com.cruddur.messages.bench;

import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectory;
import java.util.List;
import java.util.Optional;

/// Users without a database, so that only the table is measured. They sign in with their handle.
record KnownUsers(List<User> users) implements UserDirectory {
  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return byHandle(cognitoUserId);
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return users.stream().filter(user -> user.handle().equals(handle)).findFirst();
  }
}
