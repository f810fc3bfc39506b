package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.testing.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Writes many rows at once.
final class BulkLoad {
  private static final int BATCH = 25;
  private static final int THREADS = 4;

  private BulkLoad() {}

  static void load(SampleTable sample, Table table) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var running = new ArrayList<Future<?>>();
      for (var first = 0; first < THREADS; first++) {
        var start = first;
        running.add(
            threads.submit(
                () -> {
                  var batch = new ArrayList<WriteRequest>();
                  for (var group = start; group < SampleTable.GROUPS; group += THREADS) {
                    sample.rows(
                        group,
                        row -> {
                          batch.add(WriteRequest.builder().putRequest(p -> p.item(row)).build());
                          if (batch.size() == BATCH) {
                            write(batch, table);
                            batch.clear();
                          }
                        });
                  }
                  if (!batch.isEmpty()) {
                    write(batch, table);
                  }
                }));
      }
      for (var thread : running) {
        thread.get();
      }
    }
  }

  private static void write(List<WriteRequest> batch, Table table) {
    var requests = List.copyOf(batch);
    var answer =
        table.client().batchWriteItem(write -> write.requestItems(Map.of(table.name(), requests)));
    if (answer.hasUnprocessedItems() && !answer.unprocessedItems().isEmpty()) {
      throw new AssertionError("not all rows were written");
    }
  }
}
