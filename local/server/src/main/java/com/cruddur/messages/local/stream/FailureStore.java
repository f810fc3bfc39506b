package com.cruddur.messages.local.stream;

import com.cruddur.messages.local.lambda.LambdaFunction;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where discarded batches go: a folder with one JSON document a batch, named and shaped as
/// Lambda's on-failure destination in S3 has them. `payload` is the whole event, as text, so that
/// it can be sent again.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html>
public final class FailureStore {
  private static final Logger LOG = LoggerFactory.getLogger(FailureStore.class);
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd/uuuu-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final String functionArn;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();

  /// @param folder made when the first batch comes
  public FailureStore(Path folder, String functionName, InstantSource clock) {
    this.folder = folder;
    this.functionArn = LambdaFunction.arn(functionName);
    this.clock = clock;
  }

  /// Keeps the batch; when this returns it is on disk, whole. A reader of the folder never sees a
  /// part of a document (its names that start with a dot are none).
  ///
  /// @throws UncheckedIOException when it could not be kept
  void put(DiscardedBatch discarded) {
    var now = clock.instant();
    var file = folder.resolve(key(discarded, now));
    try {
      Files.createDirectories(file.getParent());
      var unfinished = file.resolveSibling("." + file.getFileName());
      Files.write(
          unfinished,
          json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(discarded, now)),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.SYNC);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.warn(
        "{}: batch of {} given up, kept in {}",
        discarded.condition().lambdaName(),
        discarded.batch().size(),
        file);
  }

  // aws/lambda/<mapping>/<shard>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<random>. The mapping's id is the
  // same after a restart: it is made of what the mapping connects.
  private String key(DiscardedBatch discarded, Instant now) {
    var mapping = functionArn + discarded.streamArn();
    return "aws/lambda/%s/%s/%s-%s"
        .formatted(
            UUID.nameUUIDFromBytes(mapping.getBytes(StandardCharsets.UTF_8)),
            discarded.shardId(),
            KEY.format(now),
            UUID.randomUUID());
  }

  private ObjectNode document(DiscardedBatch discarded, Instant now) {
    var batch = discarded.batch();
    var document = JsonNodeFactory.instance.objectNode();
    var request = document.putObject("requestContext");
    batch.last().ifPresent(last -> request.put("requestId", last.requestId()));
    request
        .put("functionArn", functionArn)
        .put("condition", discarded.condition().lambdaName())
        .put("approximateInvokeCount", batch.invocations());
    batch
        .last()
        .ifPresent(
            last ->
                document
                    .putObject("responseContext")
                    .put("statusCode", 200)
                    .put("executedVersion", "$LATEST")
                    .put("functionError", last.functionError()));
    document.put("version", "1.0").put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    var first = batch.records().getFirst();
    var last = batch.records().getLast();
    document
        .putObject("DDBStreamBatchInfo")
        .put("shardId", discarded.shardId())
        .put("startSequenceNumber", first.sequenceNumber())
        .put("endSequenceNumber", last.sequenceNumber())
        .put("approximateArrivalOfFirstRecord", first.arrival().toString())
        .put("approximateArrivalOfLastRecord", last.arrival().toString())
        .put("batchSize", batch.size())
        .put("streamArn", discarded.streamArn());
    return document.put(
        "payload", new String(StreamEvents.event(batch.records()), StandardCharsets.UTF_8));
  }
}
