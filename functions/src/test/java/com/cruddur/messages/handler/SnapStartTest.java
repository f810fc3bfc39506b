package com.cruddur.messages.handler;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.ChildJvm;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapStartTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void measure() {
    var group = product.conversation(product.andrew, product.bayko, "Hello");
    var list = Request.path("message_group_uuid", group + "");
    product.users().close();
    measure(ListMessagesHandler.class, list.eventJson(Route.LIST_MESSAGES, product.andrew.sub()));
    measure(
        ListMessageGroupsHandler.class,
        Request.empty().eventJson(Route.LIST_MESSAGE_GROUPS, product.andrew.sub()));
    measure(
        ShowUserHandler.class,
        Request.path("handle", "@" + product.andrew.handle())
            .eventJson(Route.SHOW_USER, product.andrew.sub()));
    measure(
        CreateMessageHandler.class,
        Request.empty()
            .json(Map.of("message", "x", "message_group_uuid", group.toString()))
            .eventJson(Route.CREATE_MESSAGE, product.andrew.sub()));
    measure(
        CreateMessageHandler.class,
        Request.empty()
            .json(Map.of("message", "x", "handle", product.loren.handle()))
            .eventJson(Route.CREATE_MESSAGE, product.andrew.sub()));
    measure(
        RegisterUserHandler.class,
        """
        {"version":"1","triggerSource":"PostConfirmation_ConfirmSignUp","region":"eu-central-1","userPoolId":"x","userName":"y","callerContext":{"awsSdkVersion":"1","clientId":"c"},"request":{"userAttributes":{"sub":"%s","preferred_username":"zz","email":"a@b.c"}},"response":{}}\
        """
            .formatted(java.util.UUID.randomUUID())
            .strip());
  }

  private void measure(Class<?> handler, String event) {
    for (var prepare : List.of("no", "yes")) {
      try (var jvm =
          ChildJvm.start(
              SnapshotProgram.class,
              Map.of(
                  "TABLE_NAME",
                  product.tableName(),
                  "DYNAMODB_ENDPOINT",
                  product.stores().dynamoDb().endpoint().toString(),
                  "DATABASE_URL",
                  product.stores().databaseUrl()),
              List.of(
                  "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                  "-Xlog:class+load:file=/tmp/fx/load-"
                      + handler.getSimpleName()
                      + "-"
                      + prepare
                      + ".log"),
              List.of())) {
        jvm.tell(handler.getName());
        jvm.tell(prepare);
        System.out.println(handler.getSimpleName() + " " + prepare + " " + jvm.line());
        System.out.println(
            product
                .stores()
                .count(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name ="
                        + " 'cruddur-messages'"));
        jvm.tell(event);
        System.out.println(jvm.line());
        System.out.println(jvm.line());
      }
    }
  }
}
