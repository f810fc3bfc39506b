package com.cruddur.messages.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class EventSerializerTest {
  private final EventSerializer json = new EventSerializer();

  @Test
  void isTheOneThatLambdaFinds() {
    assertThat(ServiceLoader.load(CustomPojoSerializer.class))
        .singleElement()
        .isInstanceOf(EventSerializer.class);
  }

  @Test
  void readsOfARequestWhatLambdasOwnDoes() {
    var text =
        Request.path("message_group_uuid", "a-uuid")
            .query(Map.of("limit", "20", "cursor", "c"))
            .header("idempotency-key", "k \u00e9")
            .json(Map.of("message", "\ud83d\ude00 \"quoted\""))
            .eventJson(Route.CREATE_MESSAGE, "a-sub");
    APIGatewayV2HTTPEvent ours = json.fromJson(bytes(text), APIGatewayV2HTTPEvent.class);
    var lambdas = lambdas(APIGatewayV2HTTPEvent.class, text);
    assertThat(ours.getRouteKey()).isEqualTo(lambdas.getRouteKey());
    assertThat(ours.getRawPath()).isEqualTo(lambdas.getRawPath());
    assertThat(ours.getHeaders()).isEqualTo(lambdas.getHeaders());
    assertThat(ours.getPathParameters()).isEqualTo(lambdas.getPathParameters());
    assertThat(ours.getQueryStringParameters()).isEqualTo(lambdas.getQueryStringParameters());
    assertThat(ours.getBody()).isEqualTo(lambdas.getBody());
    assertThat(ours.getIsBase64Encoded()).isEqualTo(lambdas.getIsBase64Encoded());
    assertThat(ours.getRequestContext().getAuthorizer().getJwt().getClaims())
        .isEqualTo(lambdas.getRequestContext().getAuthorizer().getJwt().getClaims())
        .containsEntry("sub", "a-sub");
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsNotThere() {
    APIGatewayV2HTTPEvent event =
        json.fromJson(
            """
            {"rawPath": ["a"], "headers": null, "pathParameters": 7, "isBase64Encoded": true,
             "requestContext": {"authorizer": {"jwt": {"scopes": null, "claims":
               {"sub": "s", "exp": 1700000000, "admin": false, "groups": ["a", "b"]}}}}}
            """,
            APIGatewayV2HTTPEvent.class);
    assertThat(event.getRawPath()).isNull();
    assertThat(event.getHeaders()).isNull();
    assertThat(event.getPathParameters()).isNull();
    assertThat(event.getQueryStringParameters()).isNull();
    assertThat(event.getIsBase64Encoded()).isTrue();
    assertThat(event.getRequestContext().getAuthorizer().getJwt().getClaims())
        .containsEntry("sub", "s")
        .containsEntry("exp", "1700000000")
        .containsEntry("admin", "false")
        .containsEntry("groups", null);
  }

  @Test
  void readsOfABatchWhatTheStreamFunctionReads() {
    var rows = List.of(Table.row("MSG#a", "t", "message", "\u00fc"), Table.row("MSG#b", "u"));
    var text = Stream.inserted(rows).json();
    DynamodbEvent ours = json.fromJson(bytes(text), DynamodbEvent.class);
    var lambdas = lambdas(DynamodbEvent.class, text);
    assertThat(ours.getRecords()).hasSameSizeAs(lambdas.getRecords());
    for (var i = 0; i < rows.size(); i++) {
      var one = ours.getRecords().get(i);
      var other = lambdas.getRecords().get(i);
      assertThat(one.getEventName()).isEqualTo(other.getEventName());
      assertThat(one.getDynamodb().getKeys()).isEqualTo(other.getDynamodb().getKeys());
      assertThat(one.getDynamodb().getNewImage()).isEqualTo(other.getDynamodb().getNewImage());
      assertThat(one.getDynamodb().getSequenceNumber())
          .isEqualTo(other.getDynamodb().getSequenceNumber());
    }
  }

  @Test
  void aRecordThatIsNoneDoesNotTakeTheBatchAlong() {
    DynamodbEvent event =
        json.fromJson(
            """
            {"Records": [null, 5, {"eventName": {}, "dynamodb": "?"},
              {"eventName": "INSERT", "dynamodb": {"Keys": {"pk": {"S": 5}, "sk": {"S": "t"}},
                "NewImage": {"pk": "?", "n": {"N": "1"}, "l": {"L": [{"S": "x"}]}}}}]}
            """,
            DynamodbEvent.class);
    assertThat(event.getRecords()).hasSize(4).element(0).isNull();
    assertThat(event.getRecords().get(2).getDynamodb()).isNull();
    var change = event.getRecords().get(3).getDynamodb();
    assertThat(change.getKeys().get("pk").getS()).isNull();
    assertThat(change.getKeys().get("sk").getS()).isEqualTo("t");
    assertThat(change.getNewImage()).containsOnlyKeys("pk", "n", "l");
    assertThat(change.getSequenceNumber()).isNull();
  }

  @Test
  void writesAnAnswerAsTheGatewayTakesIt() {
    var response =
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(200)
            .withHeaders(Map.of("content-type", "application/json"))
            .withBody("[\"\u00e9\"]")
            .withIsBase64Encoded(false)
            .build();
    assertThat(written(response))
        .isEqualTo(
            "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},"
                + "\"body\":\"[\\\"\u00e9\\\"]\",\"isBase64Encoded\":false}");
  }

  @Test
  void writesWhichRecordsFailed() {
    var response =
        new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure("12")));
    assertThat(written(response))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"12\"}]}");
    assertThat(written(new StreamsEventResponse(List.of())))
        .isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void givesAnEventOfTheUserPoolBackAsItCame() {
    var text =
        "{\"version\":\"1\",\"request\":{\"userAttributes\":{\"sub\":\"s\"},\"list\":[1,2.50,true,null,[],{}]},"
            + "\"big\":123456789012345678901234567890,\"response\":{}}";
    Map<String, Object> event = json.fromJson(bytes(text), Map.class);
    assertThat(written(event)).isEqualTo(text);
  }

  @Test
  void refusesWhatIsNoJsonAndWhatNoFunctionTakes() {
    assertThatThrownBy(() -> json.fromJson("{\"rawPath\": ", APIGatewayV2HTTPEvent.class))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> json.fromJson("{}", String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String");
    assertThatThrownBy(() -> written("text")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leavesTheStreamOfTheRuntimeOpen() {
    var closed = new boolean[1];
    var output =
        new ByteArrayOutputStream() {
          @Override
          public void close() throws IOException {
            closed[0] = true;
          }
        };
    json.toJson(Map.of(), output, Map.class);
    assertThat(closed[0]).isFalse();
    assertThat(output).hasToString("{}");
  }

  private static <T> T lambdas(Class<T> type, String text) {
    return LambdaEventSerializers.serializerFor(type, EventSerializerTest.class.getClassLoader())
        .fromJson(text);
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private String written(Object value) {
    var output = new ByteArrayOutputStream();
    json.toJson(value, output, value.getClass());
    return output.toString(StandardCharsets.UTF_8);
  }
}
