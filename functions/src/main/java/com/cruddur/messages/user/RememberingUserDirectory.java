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
  // By text: a record's hashCode is linked when it is first called, 10 ms of a cold start.
  private final Map<String, Found> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  private record Found(User user, Instant until) {}

  public RememberingUserDirectory(UserDirectory origin, InstantSource clock) {
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    return find("sub " + cognitoUserId, () -> origin.byCognitoUserId(cognitoUserId));
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return find("handle " + handle, () -> origin.byHandle(handle));
  }

  private synchronized Optional<User> find(String key, Supplier<Optional<User>> lookUp) {
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
