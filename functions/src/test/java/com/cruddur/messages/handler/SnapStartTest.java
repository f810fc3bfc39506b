package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.ChildJvm;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a handler does before a snapshot, each in a JVM of its own, from its own constructor.
class SnapStartTest {
  @RegisterExtension final Product product = new Product();

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
  void aRehearsalLeavesNothingButACopyOfNobodyAndNoConnectionOpen(Class<?> handler) {
    product.conversation(product.andrew, product.bayko, "Hello");
    product.database().close();
    var rows = product.rows().all();
    var users = users();
    try (var jvm = start(handler, stores())) {
      assertThat(jvm.line()).isEqualTo("created");
      jvm.tell("prepare");
      assertThat(jvm.line()).startsWith("prepared");
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

  @Test
  void theFirstRequestAfterARehearsalFindsItsClassesLoaded() {
    var group = product.conversation(product.andrew, product.bayko, "Hello");
    var event =
        Request.path("message_group_uuid", group.toString())
            .eventJson(Route.LIST_MESSAGES, product.andrew.sub());
    var cold = classesOfTheFirstRequest("skip", event);
    var rehearsed = classesOfTheFirstRequest("prepare", event);
    // Seen: 1663 and 111.
    assertThat(rehearsed).isLessThan(cold / 5);
  }

  private int classesOfTheFirstRequest(String preparation, String event) {
    try (var jvm = start(ListMessagesHandler.class, stores())) {
      assertThat(jvm.line()).isEqualTo("created");
      jvm.tell(preparation);
      assertThat(jvm.line()).startsWith("prepared");
      jvm.tell(event);
      assertThat(jvm.line()).startsWith("200 ").contains("Hello");
      return Integer.parseInt(jvm.line());
    }
  }

  private static ChildJvm start(Class<?> handler, Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("HANDLER", handler.getName());
    // As the managed runtime starts it: its own CRaC stands behind org.crac.
    return ChildJvm.start(
        SnapshotProgram.class,
        all,
        List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
        List.of());
  }

  private Map<String, String> stores() {
    return Map.of(
        "TABLE_NAME", product.tableName(),
        "DYNAMODB_ENDPOINT", product.stores().dynamoDb().endpoint().toString(),
        "DATABASE_URL", product.stores().databaseUrl());
  }

  private int users() {
    return product.stores().count("SELECT count(*) FROM public.users");
  }
}
