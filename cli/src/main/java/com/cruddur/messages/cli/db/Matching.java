package com.cruddur.messages.cli.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.cruddur.messages.cli.cognito.PoolUser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which row of `public.users` is whose, of everybody in the user pool. A row says whom others
/// write to and whose messages are shown: where more than one answer is possible, an operator
/// decides.
final class Matching {
  private final List<PoolUser> users;
  private final Set<UserRow> before;
  private final Map<String, PoolUser> userBySub;
  private final Map<String, List<PoolUser>> usersByHandle;
  private final Map<String, List<UserRow>> rowsBySub;
  private final Map<String, List<UserRow>> rowsByHandle;
  private final Map<String, List<UserRow>> rowsByLetters;

  /// @param before the rows as they were before the pool was read: the owner of such a row is among
  ///     `users` if there is one, while that of a newer row may have signed up since
  Matching(List<PoolUser> users, List<UserRow> rows, Set<UserRow> before) {
    this.users = users;
    this.before = before;
    this.userBySub = users.stream().collect(Collectors.toMap(PoolUser::sub, Function.identity()));
    this.usersByHandle =
        users.stream()
            .filter(user -> user.handle().isPresent())
            .collect(groupingBy(user -> user.handle().get()));
    this.rowsBySub = rows.stream().collect(groupingBy(UserRow::cognitoUserId));
    this.rowsByHandle = rows.stream().collect(groupingBy(UserRow::handle));
    this.rowsByLetters = rows.stream().collect(groupingBy(row -> letters(row.handle())));
  }

  /// Everybody in the pool, in its order.
  List<Match> matches() {
    return users.stream().map(this::match).toList();
  }

  private Match match(PoolUser user) {
    if (!user.isConfirmed()) {
      return Match.of(user, Outcome.UNCONFIRMED, "its status is " + user.status());
    }
    var own = rowsBySub.getOrDefault(user.sub(), List.of());
    return switch (own.size()) {
      case 0 -> user.handle().map(handle -> byHandle(user, handle)).orElseGet(() -> nameless(user));
      case 1 -> owner(user, own.getFirst());
      default ->
          Match.of(user, Outcome.AMBIGUOUS, own.size() + " rows have this sub: " + uuids(own));
    };
  }

  private static Match nameless(PoolUser user) {
    return Match.of(user, Outcome.NO_HANDLE, "set preferred_username in the pool");
  }

  private static Match owner(PoolUser user, UserRow row) {
    return user.handle().filter(row.handle()::equals).isPresent()
        ? Match.of(user, Outcome.UNCHANGED, row, "")
        : Match.of(user, Outcome.RENAMED, row, "the row's handle is " + row.handle());
  }

  private Match byHandle(PoolUser user, String handle) {
    var rows = rowsByHandle.getOrDefault(handle, List.of());
    if (rows.isEmpty()) {
      return Match.of(user, Outcome.UNKNOWN, otherCapitals(handle));
    }
    if (rows.size() > 1) {
      return Match.of(
          user, Outcome.AMBIGUOUS, rows.size() + " rows have this handle: " + uuids(rows));
    }
    var row = rows.getFirst();
    if (userBySub.containsKey(row.cognitoUserId())) {
      return Match.of(user, Outcome.TAKEN, "the row is of sub " + row.cognitoUserId());
    }
    var namesakes = usersByHandle.get(handle).size();
    if (namesakes > 1) {
      return Match.of(user, Outcome.AMBIGUOUS, namesakes + " users of the pool have this handle");
    }
    if (!before.contains(row)) {
      return Match.of(user, Outcome.CHANGED, "since the pool was read: call it again");
    }
    return Match.of(user, Outcome.UPDATED, row, "");
  }

  private String otherCapitals(String handle) {
    return rowsByLetters.getOrDefault(letters(handle), List.of()).stream()
        .map(row -> "there is a row of " + row.handle())
        .collect(joining(", "));
  }

  private static String uuids(List<UserRow> rows) {
    return rows.stream().map(row -> row.uuid().toString()).collect(joining(", "));
  }

  // As RegisterUser compares them.
  private static String letters(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }
}
