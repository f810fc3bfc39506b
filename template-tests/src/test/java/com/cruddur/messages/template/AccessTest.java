package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.template.Synthesis.Apps;
import com.cruddur.messages.testing.Faults.Call;
import com.cruddur.messages.testing.Faults.Fault;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Request;
import com.cruddur.messages.testing.TableRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Holds the roles against what the functions really ask of the table: every request is allowed,
/// and nothing is allowed that no request needs.
@ExtendWith(Synthesis.class)
class AccessTest {
  /// The functions whose requests are made here.
  static final Set<DeployedFunction> EXERCISED =
      EnumSet.of(
          DeployedFunction.LIST_MESSAGES,
          DeployedFunction.LIST_MESSAGE_GROUPS,
          DeployedFunction.CREATE_MESSAGE,
          DeployedFunction.UPDATE_MESSAGE_GROUPS);

  @RegisterExtension final Product product = new Product();

  private final SynthesizedApp app;
  private final List<TableRequest> requests = new ArrayList<>();

  AccessTest(Apps apps) {
    this.app = apps.dev();
  }

  @Test
  void listMessagesMayReadConversationsAndTakeUpThoseOfThePythonService() {
    var group = product.conversation(product.andrew, product.bayko, "Hello");
    var old = pythonGroup();
    record(Call::send);
    assertThat(product.list(product.andrew, group).status()).isEqualTo(200);
    assertThat(product.list(product.loren, group).status()).isEqualTo(404);
    assertThat(product.list(product.loren, old).status()).isEqualTo(404);
    assertThat(product.list(product.andrew, old).status()).isEqualTo(200);
    requestsAreWhatTheRoleAllows(DeployedFunction.LIST_MESSAGES);
  }

  @Test
  void listMessageGroupsMayReadInboxes() {
    product.conversation(product.andrew, product.bayko, "Hello");
    record(Call::send);
    assertThat(product.inbox(product.andrew).status()).isEqualTo(200);
    assertThat(product.inbox(product.loren).status()).isEqualTo(200);
    requestsAreWhatTheRoleAllows(DeployedFunction.LIST_MESSAGE_GROUPS);
  }

  @Test
  void createMessageMaySendIntoConversationsOldAndNew() {
    var old = pythonGroup();
    record(Call::send);
    var group = product.conversation(product.andrew, product.loren, "Hello");
    assertThat(product.send(product.loren, group, "Hi").status()).isEqualTo(200);
    assertThat(product.send(product.bayko, group, "Hi").status()).isEqualTo(404);
    assertThat(product.send(product.loren, product.andrew, "Hi").status()).isEqualTo(200);
    assertThat(product.send(product.andrew, old, "Hi").status()).isEqualTo(200);
    var another = pythonGroup();
    assertThat(product.send(product.bayko, product.andrew, "Hi").status()).isEqualTo(200);
    assertThat(product.send(product.bayko, another, "Hi").status()).isEqualTo(200);
    assertThat(sendOnce("Hi", group)).isEqualTo(200);
    assertThat(sendOnce("Hi", group)).isEqualTo(200);
    assertThat(sendOnce("Hi", UUID.randomUUID())).isEqualTo(200);
    requestsAreWhatTheRoleAllows(DeployedFunction.CREATE_MESSAGE);
  }

  @Test
  void updateMessageGroupsMayMoveInboxRowsAlsoWhereTheIndexIsLate() {
    var group = product.conversation(product.andrew, product.bayko, "Hello");
    product.at(product.now().plusSeconds(1));
    product.send(product.andrew, group, "again");
    record(
        call -> call.readsIndex() ? call.respond(200, "{\"Items\":[],\"Count\":0}") : call.send());
    assertThat(product.streamMessages(group)).isEmpty();
    assertThat(product.shown(group)).containsExactly("again", "again");
    requestsAreWhatTheRoleAllows(DeployedFunction.UPDATE_MESSAGE_GROUPS);
  }

  private void requestsAreWhatTheRoleAllows(DeployedFunction function) {
    var role = new Permissions(Role.of(app, function).statements());
    assertThat(EXERCISED).contains(function);
    assertThat(requests).isNotEmpty().allMatch(role::allow, "allowed by the function's role");
    assertThat(role.usedBy(requests)).isEqualTo(role.onTable());
    if (function.databaseUser().isPresent()) {
      assertThat(requests).allMatch(endpoint()::allow, "let through by the network's endpoint");
    }
  }

  private Permissions endpoint() {
    var policy =
        ReadableTemplate.of(app, SynthesizedApp.DATA)
            .properties("Network/DynamoDb/Endpoint")
            .at("/PolicyDocument/Statement");
    return new Permissions(policy.valueStream().map(Statement::of).toList());
  }

  private void record(Fault fault) {
    product.faults.inject(
        call -> {
          requests.addAll(TableRequest.of(call.operation(), call.body()));
          return fault.answer(call);
        });
  }

  private UUID pythonGroup() {
    var group = UUID.randomUUID();
    product
        .rows()
        .pythonGroup(
            group, product.andrew, product.bayko, "2023-04-01T12:34:56.123456+00:00", "old");
    return group;
  }

  private int sendOnce(String text, UUID group) {
    var fields = Map.of("message", text, "message_group_uuid", group.toString());
    var request = Request.empty().header("idempotency-key", "once").json(fields);
    return product.call(Route.CREATE_MESSAGE, product.andrew, request).status();
  }
}
