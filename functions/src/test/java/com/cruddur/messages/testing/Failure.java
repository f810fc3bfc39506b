package com.cruddur.messages.testing;

import com.cruddur.messages.testing.Faults.Call;
import com.cruddur.messages.testing.Faults.Crash;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import software.amazon.awssdk.http.HttpExecuteResponse;

/// A way in which a request to DynamoDB goes wrong.
///
/// See
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html>
public enum Failure {
  /// The process is killed before the request leaves it.
  KILLED_BEFORE {
    @Override
    HttpExecuteResponse happen(Call call) {
      throw new Crash();
    }
  },
  /// The process is killed when the request has taken effect.
  KILLED_AFTER {
    @Override
    HttpExecuteResponse happen(Call call) throws IOException {
      discard(call.send());
      throw new Crash();
    }
  },
  /// DynamoDB is not reached.
  UNREACHABLE {
    @Override
    HttpExecuteResponse happen(Call call) throws IOException {
      throw new IOException("connection refused");
    }
  },
  /// The request takes effect and its answer does not come, as with a timeout.
  ANSWER_LOST {
    @Override
    HttpExecuteResponse happen(Call call) throws IOException {
      return call.loseAnswer();
    }
  },
  /// DynamoDB fails before it does anything.
  SERVER_ERROR {
    @Override
    HttpExecuteResponse happen(Call call) {
      return call.respond(500, INTERNAL);
    }
  },
  /// DynamoDB says that it failed, and has done what was asked for.
  SERVER_ERROR_AFTER {
    @Override
    HttpExecuteResponse happen(Call call) throws IOException {
      discard(call.send());
      return call.respond(500, INTERNAL);
    }
  },
  /// Too many requests.
  THROTTLED {
    @Override
    HttpExecuteResponse happen(Call call) {
      return call.error("ProvisionedThroughputExceededException");
    }
  },
  /// Another transaction is at work on the item.
  CONFLICT {
    @Override
    boolean canHappen(Call call) {
      return WRITES.contains(call.operation());
    }

    @Override
    HttpExecuteResponse happen(Call call) {
      return call.operation().equals("TransactWriteItems")
          ? call.conflict()
          : call.error("TransactionConflictException");
    }
  },
  /// DynamoDB does nothing of a batch and asks for it again.
  UNPROCESSED {
    @Override
    boolean canHappen(Call call) {
      return call.operation().startsWith("Batch");
    }

    @Override
    HttpExecuteResponse happen(Call call) throws IOException {
      var asked = JSON.readTree(call.body()).get("RequestItems");
      return call.respond(
          200,
          call.operation().equals("BatchGetItem")
              ? "{\"Responses\":{},\"UnprocessedKeys\":" + asked + "}"
              : "{\"UnprocessedItems\":" + asked + "}");
    }
  };

  private static final Set<String> WRITES =
      Set.of("TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem");

  private static final String INTERNAL =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\"}";

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Whether DynamoDB answers this request so at all.
  boolean canHappen(Call call) {
    return true;
  }

  abstract HttpExecuteResponse happen(Call call) throws IOException;

  /// Whether the process is gone after it, so that it cannot happen twice.
  boolean ends() {
    return this == KILLED_BEFORE || this == KILLED_AFTER;
  }

  private static void discard(HttpExecuteResponse response) throws IOException {
    var body = response.responseBody();
    if (body.isPresent()) {
      body.get().close();
    }
  }
}
