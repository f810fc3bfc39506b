package com.cruddur.messages.cli.ddb;

import static com.cruddur.messages.table.MessagesTableSchema.PK;
import static com.cruddur.messages.table.MessagesTableSchema.SK;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.OutputOptions;
import com.cruddur.messages.cli.transfer.DynamoDbJson;
import com.cruddur.messages.cli.transfer.ItemLine;
import com.cruddur.messages.table.MessagesTableSchema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/// `ddb scan`.
@Command(
    name = "scan",
    description = {
      "Shows every row, page by page, in no order.",
      "With --output json in the lines that bin/cruddur import takes. To keep a whole table,"
          + " bin/cruddur export is faster and can be resumed."
    },
    footer = {
      "",
      "Examples:",
      "  bin/cruddur ddb scan --limit 20",
      "  bin/cruddur ddb scan --filter GRP --output json > inboxes.jsonl"
    })
final class Scan implements Callable<Integer> {
  private static final int PAGE = 1000;
  private static final int SHORT = 40;
  private static final int WIDE = 200;

  /// Kinds of rows, by how their partition keys start.
  private enum Kind {
    MSG(MessagesTableSchema.MESSAGE_PREFIX),
    GRP(MessagesTableSchema.GROUP_PREFIX),
    MBR(MessagesTableSchema.MEMBER_PREFIX),
    PAIR(MessagesTableSchema.PAIR_PREFIX),
    IDM(MessagesTableSchema.SENT_PREFIX),
    USR(MessagesTableSchema.USER_PREFIX);

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  @Option(names = "--limit", paramLabel = "N", description = "At most N rows; otherwise all.")
  private Optional<Long> limit = Optional.empty();

  @Option(
      names = "--filter",
      paramLabel = "KIND",
      description =
          "Only messages (MSG), inbox rows (GRP), members (MBR), pairs (PAIR), sent requests (IDM)"
              + " or copies of users (USR). All rows are read nevertheless.")
  private Optional<Kind> kind = Optional.empty();

  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    if (limit.filter(rows -> rows < 1).isPresent()) {
      throw CommandException.wrongUse("--limit takes a number above 0, not " + limit.get());
    }
    var out = output.open();
    try (var backend = dynamoDb.connect()) {
      var pages = backend.client().scanPaginator(request(backend.table().name()));
      out.columns(new Column(PK, 40), new Column(SK, 36), new Column("attributes", WIDE));
      pages.items().stream()
          .limit(limit.orElse(Long.MAX_VALUE))
          .forEach(
              row -> out.row(ItemLine.of(row), row.get(PK).s(), row.get(SK).s(), attributes(row)));
    }
    return ExitCode.DONE;
  }

  private ScanRequest request(String table) {
    var request = ScanRequest.builder().tableName(table).consistentRead(true);
    kind.ifPresentOrElse(
        only ->
            request
                .filterExpression("begins_with(%s, :prefix)".formatted(PK))
                .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(only.prefix)))
                .limit(PAGE),
        // What is not shown need not be read.
        () -> request.limit((int) Math.min(PAGE, limit.orElse((long) PAGE))));
    return request.build();
  }

  private static String attributes(Map<String, AttributeValue> row) {
    var line = new StringBuilder();
    for (var attribute : DynamoDbJson.toJson(row).properties()) {
      if (!attribute.getKey().equals(PK) && !attribute.getKey().equals(SK)) {
        var value = row.get(attribute.getKey());
        var text = value.s() == null ? attribute.getValue().toString() : value.s();
        line.append(line.isEmpty() ? "" : "  ")
            .append(attribute.getKey())
            .append('=')
            .append(shortened(text, SHORT));
      }
    }
    return shortened(line.toString(), WIDE);
  }

  // By whole characters: half of one would not be shown.
  private static String shortened(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
