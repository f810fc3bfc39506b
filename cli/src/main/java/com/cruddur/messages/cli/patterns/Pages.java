package com.cruddur.messages.cli.patterns;

import com.cruddur.messages.message.Page;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.Position;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A list that is longer than the longest page.
final class Pages {
  private Pages() {}

  /// Reads pages from the newest on until there are `last` items, or no more.
  ///
  /// @param year four digits; empty for every year
  static <T> void newest(
      int last,
      Optional<String> year,
      Function<PageRequest, Page<T>> page,
      Consumer<Page<T>> consumer) {
    var from = Optional.<Position>empty();
    for (var left = last; left > 0; ) {
      var limit = Math.min(left, PageRequest.MAX_LIMIT);
      var read = page.apply(new PageRequest(limit, from, year));
      consumer.accept(read);
      // By what there is: rows can be so large that DynamoDB stops before the limit.
      left -= read.items().size();
      from = read.older();
      if (from.isEmpty()) {
        return;
      }
    }
  }
}
