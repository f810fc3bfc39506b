package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.ChildJvm;
import com.cruddur.messages.testing.CountedConnections;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a handler does before a snapshot, each in a JVM of its own, from its own constructor.
class SnapStartTest {
  // bench/run-first-request sees 0 to 4, and up to 238 where only the stores are asked.
  private static final int LATE = 25;

  private static final Set<Class<?>> WITHOUT_TABLE =
      Set.of(ShowUserHandler.class, RegisterUserHandler.class);

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  static Stream<Class<? extends RequestHandler<?, ?>>> handlers() {
    return Stream.of(
        ListMessagesHandler.class,
        ListMessageGroupsHandler.class,
        CreateMessageHandler.class,
        ShowUserHandler.class,
        UpdateMessageGroupsHandler.class,
        RegisterUserHandler.class);
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void aRehearsalLeavesNothingButACopyOfNobodyAndNoConnectionOpen(Class<?> handler)
      throws IOException, InterruptedException {
    product.conversation(product.andrew, product.bayko, "Hello");
    product.database().close();
    var rows = product.rows().all();
    var users = users();
    var log = folder.resolve("log");
    try (var table = new CountedConnections(product.stores().dynamoDb().endpoint());
        var jvm = start(handler, stores(table.endpoint()), log)) {
      assertThat(jvm.line()).isEqualTo("created");
      jvm.tell("prepare");
      assertThat(jvm.line()).startsWith("prepared");
      assertThat(log).content().doesNotContain("before the snapshot failed");
      if (!WITHOUT_TABLE.contains(handler)) {
        assertThat(table.opened()).isPositive();
      }
      assertThat(table.noneIsLeft()).isTrue();
      assertThat(product.rows().all())
          .filteredOn(row -> !row.get("pk").s().startsWith("USR#" + Nobody.SUB + "#"))
          .isEqualTo(rows);
      assertThat(users()).isEqualTo(users);
      assertThat(product.stores().noConnectionIsLeft()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void aRehearsalThatFailsStopsNoSnapshot(Class<?> handler) {
    var nowhere =
        Map.of(
            "TABLE_NAME", product.tableName(),
            "DYNAMODB_ENDPOINT", "http://127.0.0.1:1",
            "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x?user=u");
    try (var jvm = start(handler, nowhere)) {
      assertThat(jvm.line()).isEqualTo("created");
      jvm.tell("prepare");
      assertThat(jvm.line()).startsWith("prepared");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C", "D", "E", "short profile"})
  void theFirstRequestAfterARehearsalFindsItsClassesLoadedAndStartsNoThread(String title) {
    var request = firstRequest(events().get(title));
    assertThat(request.classes()).isLessThan(LATE);
    // The Common Runtime's own attach to the JVM when they first call it back.
    assertThat(request.threads()).matches("(AwsEventLoop\\d+,?)*");
  }

  /// An event, and the handler it is for.
  private record Event(Class<?> handler, String json) {}

  private Map<String, Event> events() {
    var group = product.conversation(product.andrew, product.bayko, "Hello").toString();
    var sub = product.andrew.sub();
    var message = Table.row("MSG#" + group, "2030-01-01T00:00:00.000000+00:00", "message", "Later");
    return Map.of(
        "A",
        new Event(
            ListMessagesHandler.class,
            Request.path("message_group_uuid", group).eventJson(Route.LIST_MESSAGES, sub)),
        "B",
        new Event(
            ListMessageGroupsHandler.class,
            Request.empty().eventJson(Route.LIST_MESSAGE_GROUPS, sub)),
        "C",
        new Event(CreateMessageHandler.class, post(Map.of("message_group_uuid", group))),
        "D",
        new Event(CreateMessageHandler.class, post(Map.of("handle", product.bayko.handle()))),
        "E",
        new Event(
            UpdateMessageGroupsHandler.class,
            com.cruddur.messages.testing.Stream.inserted(List.of(message)).json()),
        "short profile",
        new Event(
            ShowUserHandler.class,
            Request.path("handle", "@" + product.bayko.handle()).eventJson(Route.SHOW_USER, null)));
  }

  private String post(Map<String, String> to) {
    var body = new HashMap<>(to);
    body.put("message", "Hello");
    return Request.empty().json(body).eventJson(Route.CREATE_MESSAGE, product.andrew.sub());
  }

  /// What it took.
  ///
  /// @param classes loaded for it
  /// @param threads names of those started for it
  private record FirstRequest(int classes, String threads) {}

  private FirstRequest firstRequest(Event event) {
    try (var jvm = start(event.handler(), stores())) {
      assertThat(jvm.line()).isEqualTo("created");
      jvm.tell("prepare");
      assertThat(jvm.line()).startsWith("prepared");
      jvm.tell(event.json());
      assertThat(jvm.line()).containsAnyOf("\"statusCode\":200", "\"batchItemFailures\":[]");
      return new FirstRequest(Integer.parseInt(jvm.line()), jvm.line());
    }
  }

  private ChildJvm start(Class<?> handler, Map<String, String> environment) {
    return start(handler, environment, folder.resolve("log"));
  }

  private static ChildJvm start(Class<?> handler, Map<String, String> environment, Path log) {
    var all = new HashMap<>(environment);
    all.put("HANDLER", handler.getName());
    // As the managed runtime starts it: its own CRaC stands behind org.crac.
    return ChildJvm.start(
        SnapshotProgram.class,
        all,
        List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
        List.of(),
        log);
  }

  private Map<String, String> stores() {
    return stores(product.stores().dynamoDb().endpoint().toString());
  }

  private Map<String, String> stores(String dynamoDbEndpoint) {
    return Map.of(
        "TABLE_NAME", product.tableName(),
        "DYNAMODB_ENDPOINT", dynamoDbEndpoint,
        "DATABASE_URL", product.stores().databaseUrl());
  }

  private int users() {
    return product.stores().count("SELECT count(*) FROM public.users");
  }
}
