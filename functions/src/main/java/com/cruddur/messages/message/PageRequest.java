package com.cruddur.messages.message;

import java.util.Optional;

/// Which part of a list is wanted.
///
/// @param limit how many items at most, 1 to [#MAX_LIMIT]
/// @param from where to go on; empty for the newest page
/// @param year four digits that the sort keys start with, as the Python scripts narrowed a list;
///     empty for every year
public record PageRequest(int limit, Optional<Position> from, Optional<String> year) {
  /// The longest page.
  public static final int MAX_LIMIT = 100;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new RefusedException(ErrorCode.LIMIT_INVALID);
    }
  }

  /// The newest `limit` items of every year.
  public static PageRequest newest(int limit) {
    return new PageRequest(limit, Optional.empty(), Optional.empty());
  }
}
