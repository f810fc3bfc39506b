package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.testing.TableRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final Permissions PERMISSIONS =
      new Permissions(
          List.of(
              statement(
                  """
                  {
                    "Effect": "Allow",
                    "Action": ["dynamodb:PutItem", "dynamodb:DeleteItem"],
                    "Resource": "${MessagesTable/Table.Arn}",
                    "Condition": {
                      "ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["GRP#*", "MBR#*"]},
                      "Null": {"dynamodb:LeadingKeys": "false"}
                    }
                  }
                  """),
              statement(
                  """
                  {
                    "Effect": "Allow",
                    "Action": "dynamodb:Query",
                    "Resource": "${MessagesTable/Table.Arn}/index/i"
                  }
                  """),
              statement(
                  """
                  {
                    "Effect": "Deny",
                    "Action": "dynamodb:Delete*",
                    "Resource": "*",
                    "Condition": {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": "MBR#*"}}
                  }
                  """)));

  @Test
  void onlyActionsOnKeysOfTheStatementsAreAllowed() {
    assertThat(PERMISSIONS.allow(onTable("dynamodb:PutItem", "GRP#1"))).isTrue();
    assertThat(PERMISSIONS.allow(onTable("dynamodb:PutItem", "MSG#1"))).isFalse();
    assertThat(PERMISSIONS.allow(onTable("dynamodb:PutItem", "xGRP#1"))).isFalse();
    assertThat(PERMISSIONS.allow(onTable("dynamodb:GetItem", "GRP#1"))).isFalse();
  }

  @Test
  void permissionOnTheIndexIsNoneOnTheTableOrOnAnotherIndex() {
    assertThat(PERMISSIONS.allow(onIndex("i"))).isTrue();
    assertThat(PERMISSIONS.allow(onIndex("j"))).isFalse();
    assertThat(PERMISSIONS.allow(onTable("dynamodb:Query", "1"))).isFalse();
  }

  @Test
  void denialBeatsPermission() {
    assertThat(PERMISSIONS.allow(onTable("dynamodb:DeleteItem", "GRP#1"))).isTrue();
    assertThat(PERMISSIONS.allow(onTable("dynamodb:DeleteItem", "MBR#1"))).isFalse();
  }

  @Test
  void whatIsUsedIsToldFromWhatIsNot() {
    assertThat(PERMISSIONS.usedBy(List.of(onTable("dynamodb:PutItem", "GRP#1"))))
        .containsExactly("dynamodb:PutItem GRP#* on ${MessagesTable/Table.Arn}");
    assertThat(PERMISSIONS.onTable())
        .containsExactly(
            "dynamodb:DeleteItem GRP#* on ${MessagesTable/Table.Arn}",
            "dynamodb:DeleteItem MBR#* on ${MessagesTable/Table.Arn}",
            "dynamodb:PutItem GRP#* on ${MessagesTable/Table.Arn}",
            "dynamodb:PutItem MBR#* on ${MessagesTable/Table.Arn}",
            "dynamodb:Query * on ${MessagesTable/Table.Arn}/index/i");
  }

  @Test
  void unknownConditionIsNotGuessed() {
    var unknown =
        new Permissions(
            List.of(
                statement(
                    """
                    {
                      "Effect": "Allow",
                      "Action": "*",
                      "Resource": "*",
                      "Condition": {"Bool": {"aws:SecureTransport": "true"}}
                    }
                    """)));
    assertThatThrownBy(() -> unknown.allow(onTable("dynamodb:GetItem", "GRP#1")))
        .hasMessageContaining("Bool aws:SecureTransport");
  }

  private static Statement statement(String json) {
    return Statement.of(Json.node(json));
  }

  private static TableRequest onTable(String action, String key) {
    return new TableRequest(action, Optional.empty(), key);
  }

  private static TableRequest onIndex(String index) {
    return new TableRequest("dynamodb:Query", Optional.of(index), "1");
  }
}
