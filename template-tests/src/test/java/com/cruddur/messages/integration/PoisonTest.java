package com.cruddur.messages.integration;

import static org.awaitility.Awaitility.await;

import com.cruddur.messages.table.MessagesTableSchema;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A record of the stream that can never be handled.
@ExtendWith(OnTarget.class)
class PoisonTest {
  // All retries, with whatever lies between them on the target.
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  void endsInTheFailureStoreAndTheMessageBehindItStillMovesTheInboxes(Api api) {
    var backstage = api.target().backstage();
    var one = api.users().sender();
    var other = api.users().receiver();
    var group = api.sendTo(one, other, "Before.");
    var poison = "no uuid " + UUID.randomUUID();
    backstage.put(
        Map.of(
            MessagesTableSchema.PK,
            MessagesTableSchema.MESSAGE_PREFIX + poison,
            MessagesTableSchema.SK,
            "never",
            MessagesTableSchema.MESSAGE,
            "Nobody can read this."));
    var behind = "Sent by a test: " + UUID.randomUUID();
    api.send(one, group, behind);
    await("the record is given up").atMost(LIMIT).until(() -> backstage.hasGivenUp(poison));
    api.awaitInInboxes(group, behind, one, other);
  }
}
