package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.table.MessagesTableSchema.GROUP_PREFIX;
import static com.cruddur.messages.table.MessagesTableSchema.PK;

import com.cruddur.messages.message.NewMessage;
import com.cruddur.messages.table.InboxRow;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Goes through the rows of a segment, and looks at each conversation when its last message has
/// come by. Rows of one partition key come one after the other; if they ever did not, a
/// conversation would be looked at twice, closer the one time, and come out right.
final class SegmentWalk {
  private final QuickCheck quick;
  private final ConversationCheck thorough;
  private final InboxCheck inboxes;
  private final Consumer<Finding> findings;
  private final Tally tally;

  private Seen seen;

  SegmentWalk(
      QuickCheck quick,
      ConversationCheck thorough,
      InboxCheck inboxes,
      Consumer<Finding> findings,
      Tally tally) {
    this.quick = quick;
    this.thorough = thorough;
    this.inboxes = inboxes;
    this.findings = findings;
    this.tally = tally;
  }

  void add(Map<String, AttributeValue> row) {
    if (row.get(PK).s().startsWith(GROUP_PREFIX)) {
      tally.addInboxRow();
      inboxes.add(new InboxRow(row));
    } else {
      MessageReader.of(row).ifPresent(this::add);
    }
  }

  private void add(NewMessage message) {
    if (seen != null && !seen.groupUuid().equals(message.groupUuid())) {
      endConversation();
    }
    if (seen == null) {
      seen = new Seen(message.groupUuid());
    }
    seen.add(message);
  }

  /// Looks at what has been gathered.
  void end() {
    endConversation();
    inboxes.end();
  }

  private void endConversation() {
    if (seen == null) {
      return;
    }
    tally.addGroup();
    if (!quick.isFine(seen)) {
      thorough.check(seen).forEach(findings);
    }
    seen = null;
  }
}
