package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.TableRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of request by every kind of caller: the documented answer, no row read or written
/// that the caller has no right to, and none at all for whoever is not let in.
class AuthorizationMatrixTest {
  private static final String TEXT = "for members only";

  @RegisterExtension final Product product = new Product();

  private final List<TableRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private TestGateway gateway;
  private UUID group;

  /// What is asked for, of a conversation that Andrew and Bayko have.
  private enum Asked {
    /// Pattern A.
    LIST_MESSAGES(Route.LIST_MESSAGES),
    /// Pattern B.
    LIST_MESSAGE_GROUPS(Route.LIST_MESSAGE_GROUPS),
    /// Pattern C.
    SEND_TO_GROUP(Route.CREATE_MESSAGE),
    /// Pattern C, of what was sent with a key.
    SEND_TO_GROUP_ONCE(Route.CREATE_MESSAGE),
    /// Pattern D.
    SEND_TO_HANDLE(Route.CREATE_MESSAGE),
    SHOW_USER(Route.SHOW_USER);

    private final Route route;

    Asked(Route route) {
      this.route = route;
    }
  }

  @BeforeEach
  void start() throws Exception {
    gateway = TestGateway.of(product, Caller.trusted(), Throttle.ofAnAccount());
    group = product.conversation(product.andrew, product.bayko, TEXT);
    product.faults.inject(
        call -> {
          requests.addAll(TableRequest.of(call.operation(), call.body()));
          return call.send();
        });
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  static Stream<Arguments> matrix() {
    return Arrays.stream(Asked.values())
        .flatMap(
            asked -> Arrays.stream(Caller.values()).map(caller -> Arguments.of(asked, caller)));
  }

  @Test
  void everyRouteIsInTheMatrix() {
    assertThat(Arrays.stream(Asked.values()).map(asked -> asked.route))
        .containsAll(EnumSet.allOf(Route.class));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void everyCallerGetsWhatIsHisAndNothingElse(Asked asked, Caller caller) throws Exception {
    var before = product.rows().all();

    var answer = gateway.send(request(asked, caller));

    var status = answer.statusCode() + " " + answer.body();
    if (asked == Asked.SHOW_USER) {
      assertThat(status).startsWith("200 ").contains(product.bayko.uuid().toString());
      assertThat(requests).isEmpty();
    } else if (!caller.isAuthenticated()) {
      assertThat(status).isEqualTo("401 {\"message\":\"Unauthorized\"}");
      assertThat(answer.headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
      assertThat(requests).isEmpty();
    } else {
      assertThat(status).startsWith(documented(asked, caller));
      assertThat(requests)
          .allMatch(
              request ->
                  request.writes()
                      ? mayWrite(asked, caller, request)
                      : mayRead(asked, caller, request),
              "is the caller's right");
    }
    if (caller == Caller.MEMBER || asked == Asked.SEND_TO_HANDLE && caller == Caller.NON_MEMBER) {
      return;
    }
    assertThat(product.rows().all())
        .as("nobody else writes")
        .filteredOn(row -> !isOwnCopy(asked, caller, row.get("pk").s()))
        .isEqualTo(before);
    assertThat(answer.body()).as("nobody else reads").doesNotContain(TEXT);
  }

  private HttpRequest.Builder request(Asked asked, Caller caller) throws Exception {
    var request =
        switch (asked) {
          case LIST_MESSAGES -> gateway.request("/api/messages/" + group);
          case LIST_MESSAGE_GROUPS -> gateway.request("/api/message_groups");
          case SHOW_USER -> gateway.request("/api/users/@" + product.bayko.handle() + "/short");
          case SEND_TO_GROUP -> post("message_group_uuid", group.toString());
          case SEND_TO_GROUP_ONCE ->
              post("message_group_uuid", group.toString()).header("idempotency-key", "k");
          case SEND_TO_HANDLE -> post("handle", product.bayko.handle());
        };
    caller.authorization(product).ifPresent(token -> request.header("authorization", token));
    return request;
  }

  private HttpRequest.Builder post(String field, String value) {
    var body = "{\"message\":\"hello\",\"%s\":\"%s\"}".formatted(field, value);
    return gateway.request("/api/messages").POST(BodyPublishers.ofString(body));
  }

  // The status and how the body begins.
  private String documented(Asked asked, Caller caller) {
    return switch (caller) {
      case MEMBER ->
          asked == Asked.LIST_MESSAGES || asked == Asked.LIST_MESSAGE_GROUPS
              ? "200 [{\"uuid\":"
              : "200 {\"message_group_uuid\":\"" + group;
      case NON_MEMBER ->
          switch (asked) {
            case LIST_MESSAGE_GROUPS -> "200 []";
            // Everybody may write to everybody; it is another conversation.
            case SEND_TO_HANDLE -> "200 {\"message_group_uuid\":\"";
            default -> "404 [\"message_group_not_found\"]";
          };
      case UNKNOWN ->
          switch (asked) {
            case LIST_MESSAGES -> "404 [\"message_group_not_found\"]";
            case LIST_MESSAGE_GROUPS -> "404 [\"user_not_found\"]";
            default -> "422 [\"sender_not_found\"]";
          };
      case WITHOUT_SUBJECT -> "422 [\"cognito_user_id_blank\"]";
      default -> throw new AssertionError(caller + " is not let in");
    };
  }

  // Whether it is a member has to be looked up: in the rows that say so, and in his own inbox.
  private boolean mayRead(Asked asked, Caller caller, TableRequest request) {
    var self = caller.person(product).map(person -> person.uuid().toString()).orElse("nobody");
    var key = request.leadingKey();
    if (isOwnCopy(asked, caller, key)) {
      return true;
    }
    var membership =
        request.index().isPresent()
            ? key.equals(group.toString())
            : Set.of("MBR#" + group, "GRP#" + self).contains(key);
    return switch (asked) {
      case LIST_MESSAGES -> membership || caller == Caller.MEMBER && key.equals("MSG#" + group);
      case SEND_TO_GROUP, SEND_TO_GROUP_ONCE ->
          membership
              || key.equals("IDM#" + self)
              || caller == Caller.MEMBER && key.equals("MSG#" + group);
      case LIST_MESSAGE_GROUPS -> key.equals("GRP#" + self);
      // Whether the two have a conversation already, which either's inbox may say.
      case SEND_TO_HANDLE ->
          key.startsWith("PAIR#") && key.contains(self) && key.contains(bayko())
              || key.equals("GRP#" + self)
              || key.equals("GRP#" + bayko())
              || caller == Caller.MEMBER && key.equals("MSG#" + group);
      case SHOW_USER -> false;
    };
  }

  private boolean mayWrite(Asked asked, Caller caller, TableRequest request) {
    var key = request.leadingKey();
    if (isOwnCopy(asked, caller, key)) {
      return caller.person(product).isPresent();
    }
    return switch (asked) {
      case SEND_TO_GROUP -> caller == Caller.MEMBER && key.equals("MSG#" + group);
      case SEND_TO_GROUP_ONCE ->
          caller == Caller.MEMBER
              && Set.of("MSG#" + group, "IDM#" + product.andrew.uuid()).contains(key);
      case SEND_TO_HANDLE ->
          caller == Caller.MEMBER
              ? key.equals("MSG#" + group)
              : caller == Caller.NON_MEMBER
                  && !key.contains(group.toString())
                  && !key.contains(product.andrew.uuid().toString());
      default -> false;
    };
  }

  private boolean isOwnCopy(Asked asked, Caller caller, String key) {
    return asked != Asked.SHOW_USER && key.equals("USR#" + caller.sub(product));
  }

  private String bayko() {
    return product.bayko.uuid().toString();
  }
}
