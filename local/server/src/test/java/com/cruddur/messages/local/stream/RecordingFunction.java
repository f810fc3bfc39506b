package com.cruddur.messages.local.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A stream function that keeps what it was called with and stops at the first record that fails,
/// as the product's own does.
final class RecordingFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private static final int LIMIT_SECONDS = 20;

  private final List<DynamodbEvent> events = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<String> handled = new LinkedBlockingQueue<>();
  private volatile Predicate<DynamodbStreamRecord> fails = record -> false;

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    events.add(event);
    for (var record : event.getRecords()) {
      if (fails.test(record)) {
        var failure =
            new StreamsEventResponse.BatchItemFailure(record.getDynamodb().getSequenceNumber());
        return new StreamsEventResponse(List.of(failure));
      }
      handled.add(sk(record));
    }
    return new StreamsEventResponse(List.of());
  }

  void failWhen(Predicate<DynamodbStreamRecord> condition) {
    fails = condition;
  }

  List<DynamodbEvent> events() {
    return events;
  }

  /// Waits until so many more records were handled.
  ///
  /// @return their sort keys, in the order they were handled
  List<String> await(int count) throws InterruptedException {
    var sks = new ArrayList<String>();
    while (sks.size() < count) {
      var sk = handled.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (sk == null) {
        throw new AssertionError("only " + sks + " of " + count + " records came");
      }
      sks.add(sk);
    }
    return sks;
  }

  /// What was handled beyond what was awaited.
  List<String> more() {
    return List.copyOf(handled);
  }

  static String sk(DynamodbStreamRecord record) {
    return record.getDynamodb().getKeys().get("sk").getS();
  }
}
