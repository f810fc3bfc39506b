package com.cruddur.messages.table;

import com.cruddur.messages.user.RememberingUserDirectory;
import com.cruddur.messages.user.User;
import com.cruddur.messages.user.UserDirectory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/// Keeps a copy of every caller beside the messages, so that a function which has just started need
/// not connect to the users' database first.
///
/// Who was found is known for [#KEPT], which is how long an access token lives, too: a changed name
/// shows at the latest then. Nobody is ever unknown because of a copy. Handles are not copied: what
/// is looked up by a handle is somebody else, whose name is about to be written down.
///
/// See `docs/decisions/0015-a-copy-of-the-caller.md`.
public final class CopyingUserDirectory implements UserDirectory {
  /// How long a copy counts.
  public static final Duration KEPT = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(CopyingUserDirectory.class);

  private final MessagesTable table;
  private final UserDirectory origin;
  private final InstantSource clock;

  CopyingUserDirectory(MessagesTable table, UserDirectory origin, InstantSource clock) {
    this.table = table;
    this.origin = origin;
    this.clock = clock;
  }

  /// The users of `origin` as the functions look them up: in this process' memory, then in a copy
  /// beside the messages, then there.
  public static UserDirectory beside(
      MessagesTable table, UserDirectory origin, InstantSource clock) {
    return new RememberingUserDirectory(new CopyingUserDirectory(table, origin, clock), clock);
  }

  /// @throws SdkException when DynamoDB failed
  @Override
  public Optional<User> byCognitoUserId(String cognitoUserId) {
    var copy = find(cognitoUserId);
    if (copy.isPresent()) {
      return copy;
    }
    var user = origin.byCognitoUserId(cognitoUserId);
    user.ifPresent(found -> keep(cognitoUserId, found));
    return user;
  }

  @Override
  public Optional<User> byHandle(String handle) {
    return origin.byHandle(handle);
  }

  // Eventual consistency is half the price; what is old is out of date, or is not there.
  private Optional<User> find(String cognitoUserId) {
    var key =
        Key.builder()
            .partitionValue(MessagesTableSchema.USER_PREFIX + cognitoUserId)
            .sortValue(UserCopy.SORT_KEY)
            .build();
    // Time-to-live deletes when it comes round to it, up to days later.
    return Optional.ofNullable(table.userCopies().getItem(key))
        .filter(copy -> clock.instant().getEpochSecond() < copy.expiresAt())
        .map(UserCopy::user);
  }

  private void keep(String cognitoUserId, User user) {
    if (user.uuid() == null) {
      return;
    }
    var until = clock.instant().plus(KEPT).getEpochSecond();
    try {
      table.userCopies().putItem(new UserCopy(cognitoUserId, user, until));
    } catch (SdkException e) {
      // He is known; only the next function has to ask again.
      LOG.warn("a user's copy could not be kept: {}", e.getClass().getSimpleName());
    }
  }
}
