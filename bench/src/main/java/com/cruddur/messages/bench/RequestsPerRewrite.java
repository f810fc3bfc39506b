package com.cruddur.messages.bench;

import com.cruddur.messages.message.UpdateMessageGroups;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.InboxRepository;
import com.cruddur.messages.table.MessagesTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Counts the DynamoDB requests of one move of a conversation in all its members' inboxes.
public final class RequestsPerRewrite {
  private static final List<Integer> MEMBERS = List.of(2, 50);

  private RequestsPerRewrite() {}

  /// Counts what goes out, repetitions by the SDK included.
  private static final class Counter implements ExecutionInterceptor {
    private final Map<String, Integer> requests = new TreeMap<>();

    @Override
    public synchronized void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      requests.merge(
          attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 1, Integer::sum);
    }
  }

  /// Takes no arguments.
  public static void main(String[] args) {
    try (var table = OwnTable.create()) {
      for (var members : MEMBERS) {
        var requests = count(table, members);
        System.out.printf(
            "RequestsPerRewrite: %d members: %d requests %s%n",
            members, requests.values().stream().mapToInt(Integer::intValue).sum(), requests);
      }
    }
  }

  /// Requests of one rewrite, by operation.
  static Map<String, Integer> count(OwnTable table, int members) {
    var conversation = Conversation.of(members);
    conversation.open(table.client());
    var counter = new Counter();
    var counting =
        DynamoDb.at(table.endpoint())
            .overrideConfiguration(client -> client.addExecutionInterceptor(counter))
            .build();
    try (counting) {
      var inboxes = new InboxRepository(new MessagesTable(counting, OwnTable.NAME));
      var failed = new UpdateMessageGroups(inboxes).update(List.of(conversation.message(1)));
      if (failed.isPresent()) {
        throw new IllegalStateException("the rewrite failed");
      }
    }
    return counter.requests;
  }
}
