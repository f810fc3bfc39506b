package com.cruddur.messages.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Remembers, in this process, who was found in another directory.
///
/// A found user is remembered for [#REMEMBERED], so a changed name shows at the latest then; who
/// was not found is looked up again every time.
public final class RememberingUserDirectory implements UserDirectory {
  /// How long a found user is remembered.
  public static final Duration REMEMBERED = Duration.ofSeconds(60);

  private static final int MAX_REMEMBERED = 1_000;

  private final UserDirectory origin;
  private final InstantSource clock;
  private final Map<Key, Found> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  private enum Name {
    COGNITO_USER_ID,
    HANDLE
  }

  private record Key(Name name, String value) {}

  private record Found(User user, Instant until) {}

  public RememberingUserDirectory(UserDirectory origin, InstantSource clock) {
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return find(
        new Key(Name.COGNITO_USER_ID, cognitoUserId), () -> origin.byCognitoUserId(cognitoUserId));
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return find(new Key(Name.HANDLE, handle), () -> origin.byHandle(handle));
  }

  private synchronized Optional<User> find(Key key, Supplier<Optional<User>> lookUp) {
    var known = remembered.get(key);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Optional.of(known.user());
    }
    var user = lookUp.get();
    remembered.remove(key);
    user.ifPresent(
        found -> remembered.put(key, new Found(found, clock.instant().plus(REMEMBERED))));
    return user;
  }
}
