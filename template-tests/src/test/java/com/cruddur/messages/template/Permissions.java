package com.cruddur.messages.template;

import com.cruddur.messages.testing.TableRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides as IAM does on requests to the table, as far as our statements go; of anything else in
/// one it says so instead of guessing.
///
/// See
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>
///
/// @param statements of one role or one endpoint
record Permissions(List<Statement> statements) {
  private static final String TABLE = "${MessagesTable/Table.Arn}";
  private static final String PREFIXES = "ForAllValues:StringLike dynamodb:LeadingKeys";
  private static final String WITH_KEYS = "Null dynamodb:LeadingKeys";

  boolean allow(TableRequest request) {
    return statements.stream().anyMatch(s -> s.effect().equals("Allow") && fits(s, request))
        && statements.stream().noneMatch(s -> s.effect().equals("Deny") && fits(s, request));
  }

  /// Each thing that is allowed on the table and its index, in words: `dynamodb:PutItem GRP#*`.
  Set<String> onTable() {
    return statements.stream()
        .filter(statement -> statement.resources().stream().anyMatch(Permissions::isTable))
        .flatMap(
            statement ->
                statement.actions().stream()
                    .flatMap(
                        action ->
                            statement.conditions().getOrDefault(PREFIXES, List.of("*")).stream()
                                .map(prefix -> describe(action, statement, prefix))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Those of [#onTable] that the requests need.
  Set<String> usedBy(List<TableRequest> requests) {
    var used = new TreeSet<String>();
    for (var request : requests) {
      for (var statement : statements) {
        if (fits(statement, request)) {
          statement.conditions().getOrDefault(PREFIXES, List.of("*")).stream()
              .filter(prefix -> like(prefix, request.leadingKey()))
              .forEach(prefix -> used.add(describe(request.action(), statement, prefix)));
        }
      }
    }
    return used;
  }

  private static boolean isTable(String resource) {
    return resource.equals(TABLE) || resource.startsWith(TABLE + "/index/");
  }

  private static String describe(String action, Statement statement, String prefix) {
    return "%s %s on %s".formatted(action, prefix, String.join(", ", statement.resources()));
  }

  private static boolean fits(Statement statement, TableRequest request) {
    var resource = request.index().map(index -> TABLE + "/index/" + index).orElse(TABLE);
    return statement.actions().stream().anyMatch(action -> like(action, request.action()))
        && statement.resources().stream().anyMatch(pattern -> like(pattern, resource))
        && statement.conditions().entrySet().stream()
            .allMatch(condition -> holds(condition.getKey(), condition.getValue(), request));
  }

  private static boolean holds(String condition, List<String> values, TableRequest request) {
    return switch (condition) {
      case PREFIXES -> values.stream().anyMatch(prefix -> like(prefix, request.leadingKey()));
      case WITH_KEYS -> values.equals(List.of("false"));
      default -> throw new AssertionError("no reading of the condition " + condition);
    };
  }

  // `*` and `?`, as in IAM.
  private static boolean like(String pattern, String text) {
    var regex = new StringBuilder();
    for (var character : pattern.split("(?<=[*?])|(?=[*?])")) {
      regex.append(
          switch (character) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(character);
          });
    }
    return text.matches(regex.toString());
  }
}
