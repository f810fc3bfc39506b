package com.cruddur.messages.handler;

import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.table.MessagesTable;
import java.util.List;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a function does before Lambda takes the snapshot that its environments start from: it asks
/// the real table and database about [Nobody], and serves requests that are written down
/// ([com.cruddur.messages.rehearsal.Rehearsal]), so that the snapshot holds all that a real request
/// needs, loaded and compiled; and it closes what a snapshot must not hold, its own connections
/// among them.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html>
final class SnapStart implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(SnapStart.class);

  private final List<Runnable> steps;

  private SnapStart(List<Runnable> steps) {
    this.steps = steps;
  }

  /// Takes the steps before a snapshot, in this order, each whether or not those before it failed.
  /// Where no snapshot is ever taken, nothing happens.
  ///
  /// @return what has to be kept for as long as a snapshot may come: CRaC holds it weakly
  static SnapStart beforeSnapshot(Runnable... steps) {
    var snapStart = new SnapStart(List.of(steps));
    Core.getGlobalContext().register(snapStart);
    return snapStart;
  }

  /// A step that talks to the table, through a client of its own: the function's client goes into
  /// the snapshot without a connection that would be dead when it is restored.
  static Runnable withTable(Consumer<MessagesTable> step) {
    return () -> {
      try (var client = DynamoDb.fromEnvironment()) {
        step.accept(new MessagesTable(client, MessagesTable.nameFromEnvironment()));
      }
    };
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    for (var step : steps) {
      try {
        step.run();
      } catch (RuntimeException e) {
        // Without it the first requests are slower; that is no reason not to publish a version.
        LOG.warn("a request before the snapshot failed", e);
      }
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
