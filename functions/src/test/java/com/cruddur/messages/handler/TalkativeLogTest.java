package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.ChildJvm;
import com.cruddur.messages.testing.CognitoEvent;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stream;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The functions with the log configuration they are deployed with, and the level turned up to the
/// most for everything: the libraries, too, say nothing of what people write and sign in with.
class TalkativeLogTest {
  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private final String marker = "marker-" + UUID.randomUUID();

  @Test
  void nothingPrivateIsInTheLogAtAnyLevel() throws IOException {
    assertThat(logOf(product.stores().dynamoDb().endpoint().toString(), "answered"))
        .doesNotContain(marker);
  }

  @Test
  void nothingPrivateIsInTheLogAtAnyLevelWhenDynamoDbIsAway() throws IOException {
    assertThat(logOf("http://127.0.0.1:1", "answered"))
        .contains("DynamoDB failed")
        .doesNotContain(marker);
  }

  private String logOf(String endpoint, String expected) throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("TABLE_NAME", product.tableName());
    environment.put("DYNAMODB_ENDPOINT", endpoint);
    environment.put("DATABASE_URL", product.stores().databaseUrl());
    var log = folder.resolve("log");
    var options =
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
            "-Dorg.slf4j.simpleLogger.log.com.cruddur=trace");
    try (var jvm =
        ChildJvm.start(
            EveryFunctionProgram.class,
            environment,
            options,
            List.of(Path.of("src/main/lambda")),
            log)) {
      for (var call : calls()) {
        jvm.tell(call);
        assertThat(jvm.line()).isEqualTo(expected);
      }
    }
    return Files.readString(log);
  }

  private List<String> calls() throws IOException {
    var group = product.conversation(product.andrew, product.bayko, marker);
    var sub = product.andrew.sub();
    var json = new ObjectMapper();
    var signUp =
        Map.of(
            "sub",
            UUID.randomUUID() + "",
            "preferred_username",
            "h-" + UUID.randomUUID(),
            "email",
            marker + "@example.com",
            "name",
            "New");
    return List.of(
        line(Route.LIST_MESSAGES, Request.path("message_group_uuid", group + ""), sub),
        line(Route.LIST_MESSAGE_GROUPS, Request.empty(), sub),
        line(Route.SHOW_USER, Request.path("handle", "@" + product.bayko.handle()), null),
        line(Route.CREATE_MESSAGE, message(Map.of("message_group_uuid", group + "")), sub),
        line(
            Route.CREATE_MESSAGE,
            message(Map.of("message_group_uuid", group + "")).header("idempotency-key", "k"),
            sub),
        line(Route.CREATE_MESSAGE, message(Map.of("handle", product.loren.handle())), sub),
        line(Route.CREATE_MESSAGE, Request.empty().body("{\"message\":\"" + marker + "\",}"), sub),
        UpdateMessageGroupsHandler.class.getName()
            + "\t"
            + Stream.message(group, "2026-06-01T00:00:00", marker).json(),
        UpdateMessageGroupsHandler.class.getName()
            + "\t"
            + Stream.message(group, "no time", marker).json(),
        RegisterUserHandler.class.getName()
            + "\t"
            + json.writeValueAsString(CognitoEvent.of("PostConfirmation_ConfirmSignUp", signUp)));
  }

  private Request message(Map<String, String> to) {
    var fields = new HashMap<>(to);
    fields.put("message", marker);
    return Request.empty().json(fields);
  }

  private String line(Route route, Request request, String sub) {
    var withToken = request.header("authorization", "Bearer " + marker);
    return route.handler().getName() + "\t" + withToken.eventJson(route, sub);
  }
}
