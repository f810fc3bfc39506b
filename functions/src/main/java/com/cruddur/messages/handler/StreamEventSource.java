package com.cruddur.messages.handler;

import com.cruddur.messages.table.MessagesTableSchema;
import java.time.Duration;

/// How [UpdateMessageGroupsHandler] is called with the table's stream, under the names of Lambda's
/// event source mapping; the local environment and the CDK app both take it from here.
///
/// See <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>
public final class StreamEventSource {
  /// Which records reach the function: new messages. Its own writes are none, so it never makes
  /// itself run again. An event pattern, as the mapping's filter takes it.
  ///
  /// See <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>
  public static final String FILTER_PATTERN =
      """
      {"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"%s"}]}}}}\
      """
          .formatted(MessagesTableSchema.MESSAGE_PREFIX);

  /// Records a call at most.
  public static final int BATCH_SIZE = 100;

  /// Calls after the first one before a batch is given up.
  public static final int MAXIMUM_RETRY_ATTEMPTS = 10;

  /// Records older than this are given up without another call, even without a first one: nearly as
  /// long as the stream has them, so that messages of half a day's outage still reach the inboxes;
  /// what fails again and again is bounded by [#MAXIMUM_RETRY_ATTEMPTS]. Below the stream's 24
  /// hours, so that what is given up is still there to be put into the failure store.
  public static final Duration MAXIMUM_RECORD_AGE = Duration.ofHours(20);

  private StreamEventSource() {}
}
