package com.cruddur.messages.integration.localstack;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.embedded.DynamoDbLocal;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.integration.product.AwsStub;
import com.cruddur.messages.integration.product.AwsStub.Asked;
import com.cruddur.messages.integration.product.AwsStub.Reply;
import com.cruddur.messages.integration.product.Request;
import com.cruddur.messages.integration.product.User;
import com.cruddur.messages.template.Synthesis;
import com.cruddur.messages.template.Synthesis.Apps;
import com.cruddur.messages.template.SynthesizedApp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/// The deployment to LocalStack, as far as it goes without one.
@ExtendWith(Synthesis.class)
class DeploymentTest {
  private static final SdkBytes ARCHIVE = SdkBytes.fromUtf8String("zip");

  @Test
  void tableIsMadeWithItsStreamAndRemovedAgain(@TempDir Path folder) {
    try (var local = DynamoDbLocal.start(folder);
        var clients = Clients.at(local.endpoint())) {
      try (var deployment = new Deployment(clients)) {
        var stream = deployment.createTable();
        assertThat(stream).contains("/stream/");
        assertThat(clients.dynamoDb().listTables().tableNames())
            .containsExactly(deployment.table());
      }
      assertThat(clients.dynamoDb().listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void functionIsMadeOfTheArchiveWithItsEnvironmentAndRemovedAgain() {
    try (var stub = AwsStub.answering(DeploymentTest::lambda);
        var clients = Clients.at(stub.endpoint())) {
      String name;
      try (var deployment = new Deployment(clients)) {
        var function =
            Function.all(deployment.table(), "jdbc:x").stream()
                .filter(one -> one.name().equals("CreateMessage"))
                .findFirst()
                .orElseThrow();
        deployment.createFunction(function, ARCHIVE);
        name = deployment.function(function.handler());
        assertThatJson(stub.asked().getFirst().body())
            .isObject()
            .containsEntry("FunctionName", name)
            .containsEntry("Runtime", "java25")
            .containsEntry("Handler", Route.CREATE_MESSAGE.handler().getName());
        assertThatJson(stub.asked().getFirst().body())
            .node("Environment.Variables")
            .isEqualTo(
                """
                {"TABLE_NAME": "%s", "DYNAMODB_ENDPOINT": "", "DATABASE_URL": "jdbc:x"}
                """
                    .formatted(deployment.table()));
      }
      assertThat(stub.asked())
          .extracting(Asked::action)
          .containsExactly(
              "POST /2015-03-31/functions",
              "GET /2015-03-31/functions/" + name,
              "DELETE /2015-03-31/functions/" + name);
    }
  }

  @Test
  void streamMappingIsTheOneThatIsDeployed(Apps apps) {
    try (var stub = AwsStub.answering(DeploymentTest::lambda);
        var clients = Clients.at(stub.endpoint());
        var deployment = new Deployment(clients)) {
      deployment.createStreamMapping("arn:stream");
      var deployed = deployedMapping(apps);
      deployed.put("EventSourceArn", "arn:stream");
      deployed.put("FunctionName", deployment.function(UpdateMessageGroupsHandler.class));
      ((ObjectNode) deployed.at("/DestinationConfig/OnFailure"))
          .put("Destination", "arn:aws:s3:::" + deployment.failureStore());
      assertThatJson(stub.asked().getFirst().body()).isEqualTo(deployed);
    }
  }

  // Without what nothing of the suite looks at.
  private static ObjectNode deployedMapping(Apps apps) {
    for (var resource : apps.dev().json(SynthesizedApp.MESSAGING).get("Resources")) {
      if (resource.get("Type").textValue().equals("AWS::Lambda::EventSourceMapping")) {
        return ((ObjectNode) resource.get("Properties")).remove(List.of("MetricsConfig", "Tags"));
      }
    }
    throw new AssertionError("no mapping is deployed");
  }

  @Test
  void functionIsCalledAsTheGatewayCallsIt() {
    try (var stub = AwsStub.answering(DeploymentTest::lambda);
        var clients = Clients.at(stub.endpoint());
        var deployment = new Deployment(clients)) {
      var calls = new FunctionCalls(clients.lambda(), deployment);
      var answer = calls.call(Request.get("/api/message_groups").by(new User("a", "sub")));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("link", "<x>; rel=\"next\"");
      assertThat(answer.all("uuid")).isEqualTo(List.of("7"));
      assertThat(stub.asked().getFirst().action())
          .isEqualTo(
              "POST /2015-03-31/functions/"
                  + deployment.function(Route.LIST_MESSAGE_GROUPS.handler())
                  + "/invocations");
    }
  }

  private static Reply lambda(Asked asked) {
    if (asked.action().endsWith("/invocations")) {
      return new Reply(
          200,
          """
          {"statusCode": 200, "headers": {"link": "<x>; rel=\\"next\\""},
           "body": "[{\\"uuid\\":\\"7\\"}]"}
          """);
    }
    if (asked.action().contains("event-source-mappings")) {
      return new Reply(202, "{\"UUID\": \"1\", \"State\": \"Enabled\"}");
    }
    if (asked.action().startsWith("DELETE")) {
      return new Reply(204, "");
    }
    return new Reply(200, "{\"Configuration\": {\"State\": \"Active\"}}");
  }
}
