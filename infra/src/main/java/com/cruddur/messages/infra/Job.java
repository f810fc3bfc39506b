package com.cruddur.messages.infra;

import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import com.cruddur.messages.user.DatabaseUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// What one Lambda function does, knows and may do.
///
/// @param handler its class in the archive
/// @param environment its variables, in the order they have in the template
/// @param allowed what it may do beside logging and tracing
/// @param network where it runs; empty for a function that needs no network of ours
record Job(
    Class<?> handler,
    String description,
    Duration timeout,
    SequencedMap<String, String> environment,
    List<PolicyStatement> allowed,
    Optional<Network> network) {
  private static final String SUFFIX = "Handler";

  Job {
    environment = new LinkedHashMap<>(environment);
    allowed = List.copyOf(allowed);
  }

  Job(Class<?> handler, String description, Duration timeout) {
    this(handler, description, timeout, new LinkedHashMap<>(), List.of(), Optional.empty());
  }

  /// The name of the function in its stack: `ListMessages` of `ListMessagesHandler`.
  String id() {
    var name = handler.getSimpleName();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  Job allow(List<PolicyStatement> more) {
    var all = new ArrayList<>(allowed);
    all.addAll(more);
    return new Job(handler, description, timeout, environment, all, network);
  }

  /// Knows the table. The endpoint is declared because a function that is invoked on a laptop only
  /// gets variables that the template has; blank means AWS.
  Job withTable(String name) {
    return with(MessagesTable.NAME_VARIABLE, name).with(DynamoDb.ENDPOINT_VARIABLE, "");
  }

  /// Knows the users' database, and runs where it can be reached.
  Job withDatabase(String url, Network place) {
    var known = with(DatabaseUrl.VARIABLE, url);
    return new Job(handler, description, timeout, known.environment, allowed, Optional.of(place));
  }

  private Job with(String variable, String value) {
    var more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new Job(handler, description, timeout, more, allowed, network);
  }
}
