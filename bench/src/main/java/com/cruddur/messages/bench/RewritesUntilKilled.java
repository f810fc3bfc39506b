package com.cruddur.messages.bench;

import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Pattern E, back to back, until the process is killed. Before and after each rewrite it says so
/// on its standard output: `+` or `-`, the conversation's place in the list and the message's
/// number.
public final class RewritesUntilKilled {
  private RewritesUntilKilled() {}

  /// @param args the endpoint, the number of the first message, and each conversation as uuids
  ///     joined by commas, its own first
  public static void main(String[] args) {
    var table = new MessagesTable(DynamoDb.at(URI.create(args[0])).build(), OwnTable.NAME);
    var update = new UpdateMessageGroups(new InboxRepository(table));
    var conversations =
        Arrays.asList(args).subList(2, args.length).stream()
            .map(RewritesUntilKilled::conversation)
            .toList();
    for (var number = Integer.parseInt(args[1]); ; number++) {
      for (var i = 0; i < conversations.size(); i++) {
        System.out.println("+ " + i + " " + number);
        if (update.update(List.of(conversations.get(i).message(number))).isPresent()) {
          throw new IllegalStateException("rewrite " + number + " failed");
        }
        System.out.println("- " + i + " " + number);
      }
    }
  }

  static String argument(Conversation conversation) {
    var uuids = new StringBuilder(conversation.groupUuid().toString());
    conversation.members().forEach(member -> uuids.append(',').append(member));
    return uuids.toString();
  }

  private static Conversation conversation(String argument) {
    var uuids = Arrays.stream(argument.split(",")).map(UUID::fromString).toList();
    return new Conversation(uuids.getFirst(), uuids.subList(1, uuids.size()));
  }
}
