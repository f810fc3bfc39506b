package com.cruddur.messages.user;

import java.util.Optional;

/// Who the users are. The one port of the functions: users come from Postgres, or from wherever a
/// later release keeps a copy of them.
///
/// Both look-ups may answer from a memory of bounded age, but never that somebody is unknown: a new
/// sign-up is found at once.
public interface UserDirectory {
  /// The user who signs in with this subject (`users.cognito_user_id`).
  ///
  /// @throws UserDirectoryUnavailableException when nobody can be looked up now
  Optional<User> byCognitoUserId(String cognitoUserId);

  /// The user with exactly this handle, without the `@`.
  ///
  /// @throws UserDirectoryUnavailableException when nobody can be looked up now
  Optional<User> byHandle(String handle);
}
