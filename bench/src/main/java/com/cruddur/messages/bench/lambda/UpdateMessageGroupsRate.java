package com.cruddur.messages.bench.lambda;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Stream;
import com.cruddur.messages.testing.Table;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How many records a second the stream function gets through, two members a conversation: each
/// message of a batch in a conversation of its own, and batches of a hundred in five. Python's
/// takes one record a call.
public final class UpdateMessageGroupsRate {
  private static final int BATCH = 100;
  // Until the function is compiled, and DynamoDB Local.
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final int CALLS = 40;
  private static final int FEW = 5;
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  private int sent;

  private UpdateMessageGroupsRate() {}

  /// @param args how many times each; 3 when left out
  public static void main(String[] args) throws Exception {
    var times = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    var folder = Files.createTempDirectory("cruddur-bench-");
    try {
      var packaging = Packaging.in(folder);
      var python = new ArrayList<Double>();
      var own = new ArrayList<Double>();
      var few = new ArrayList<Double>();
      for (var i = 0; i < times; i++) {
        python.add(new UpdateMessageGroupsRate().measure(Variant.PYTHON, packaging, BATCH, 1));
        own.add(new UpdateMessageGroupsRate().measure(Variant.ZIP, packaging, BATCH, BATCH));
        few.add(new UpdateMessageGroupsRate().measure(Variant.ZIP, packaging, FEW, BATCH));
      }
      System.out.println("| pattern E, two members | records a second | × |");
      System.out.println("|---|---|---|");
      print("Python, one record a call", python, python);
      print("each message its own conversation", own, python);
      print("batches of 100 in 5 conversations", few, python);
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  // Records a second.
  private double measure(Variant variant, Packaging packaging, int conversations, int batch)
      throws Exception {
    try (var stage = new Stage();
        var function =
            new FunctionProcess(
                variant.command(Function.UPDATE_MESSAGE_GROUPS, packaging),
                variant.folder(packaging),
                stage)) {
      var groups = open(stage.rows(), conversations);
      // A call with one record is over soon; as many records as in a batch, then.
      var calls = BATCH / batch;
      var warm = Instant.now().plus(WARM_UP);
      while (Instant.now().isBefore(warm)) {
        function.invoke(batch(groups, batch), UpdateMessageGroupsRate::isDone);
      }
      var took = Duration.ZERO;
      for (var i = 0; i < CALLS * calls; i++) {
        took = took.plus(function.invoke(batch(groups, batch), UpdateMessageGroupsRate::isDone));
      }
      return CALLS * BATCH / (took.toNanos() / 1e9);
    }
  }

  private static boolean isDone(String answer) {
    return !answer.contains("itemIdentifier") && !answer.contains("errorMessage");
  }

  private static List<UUID> open(Table rows, int conversations) {
    var groups = new ArrayList<UUID>();
    var all = new ArrayList<Map<String, AttributeValue>>();
    for (var i = 0; i < conversations; i++) {
      var group = UUID.randomUUID();
      var one = UUID.randomUUID().toString();
      var other = UUID.randomUUID().toString();
      groups.add(group);
      all.add(inboxRow(group, one, other));
      all.add(inboxRow(group, other, one));
      all.add(Table.row("MBR#" + group, one));
      all.add(Table.row("MBR#" + group, other));
    }
    rows.putAll(all);
    return groups;
  }

  private static Map<String, AttributeValue> inboxRow(UUID group, String owner, String other) {
    return Table.row(
        "GRP#" + owner,
        "2026-01-01T00:00:00.000000+00:00",
        "message_group_uuid",
        group.toString(),
        "message",
        "old",
        "user_uuid",
        other,
        "user_handle",
        "handle",
        "user_display_name",
        "Display Name");
  }

  private String batch(List<UUID> groups, int size) {
    var rows = new ArrayList<Map<String, AttributeValue>>();
    for (var i = 0; i < size; i++) {
      sent++;
      rows.add(
          Table.row(
              "MSG#" + groups.get(sent % groups.size()),
              Timestamp.of(START.plus(sent, ChronoUnit.MICROS)).stored(),
              "message",
              "message " + sent,
              "message_uuid",
              UUID.randomUUID().toString()));
    }
    return Stream.inserted(rows).json();
  }

  private static void print(String title, List<Double> rates, List<Double> python) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.1f |%n",
        title,
        median(rates),
        median(rates) / median(python));
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().toList().get(rates.size() / 2);
  }
}
