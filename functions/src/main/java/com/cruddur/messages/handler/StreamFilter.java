package com.cruddur.messages.handler;

import com.cruddur.messages.table.MessagesTableSchema;

/// Which records of the table's stream [UpdateMessageGroupsHandler] is called for: new messages.
/// Its own writes are none, so it never makes itself run again.
public final class StreamFilter {
  /// An event pattern, as the event source mapping's filter takes it.
  ///
  /// See <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>
  public static final String PATTERN =
      """
      {"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"%s"}]}}}}\
      """
          .formatted(MessagesTableSchema.MESSAGE_PREFIX);

  private StreamFilter() {}
}
