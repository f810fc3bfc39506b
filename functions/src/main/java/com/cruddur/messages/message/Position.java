package com.cruddur.messages.message;

/// A place in a list from which a page goes on.
///
/// @param direction which way the page lies
/// @param key the sort key, as stored, of the row next to it; that row is not part of the page
public record Position(Direction direction, String key) {
  /// Which way a page lies from a position.
  public enum Direction {
    OLDER,
    NEWER
  }

  /// What is older than the row with this key.
  public static Position olderThan(String key) {
    return new Position(Direction.OLDER, key);
  }

  /// What is newer than the row with this key.
  public static Position newerThan(String key) {
    return new Position(Direction.NEWER, key);
  }
}
