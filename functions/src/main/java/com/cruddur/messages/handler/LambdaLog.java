package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Makes one event of Lambda's log of each record of slf4j-simple, with its level.
///
/// Lambda formats and filters only what goes through its own logger; every line on a stream would
/// become an event of its own, a stack trace dozens. slf4j-simple writes to `System.err`: the
/// message in one line, the stack trace, and then it flushes. So this stands in the place of
/// `System.err`, collects what is written, and hands it to Lambda's logger at the flush.
///
/// What others write to `System.err` without a flush goes out in front of the next record.
final class LambdaLog extends OutputStream {
  // As simplelogger.properties of the archive has it: the level in brackets comes first.
  private static final Pattern RECORD =
      Pattern.compile("\\[(TRACE|DEBUG|INFO|WARN|ERROR)] (.*)", Pattern.DOTALL);

  private final ByteArrayOutputStream record = new ByteArrayOutputStream();
  private final LambdaLogger logger;

  private LambdaLog(LambdaLogger logger) {
    this.logger = logger;
  }

  /// Puts it in the place of `System.err`, for the rest of the process; outside Lambda it does
  /// nothing.
  static void install() {
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    if (System.getenv("AWS_LAMBDA_RUNTIME_API") != null) {
      // The runtime sets its logger before it makes a handler.
      System.setErr(to(LambdaRuntime.getLogger()));
    }
  }

  /// A stream that gives each record to `logger`.
  static PrintStream to(LambdaLogger logger) {
    return new PrintStream(new LambdaLog(logger), false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    record.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    record.write(bytes, offset, length);
  }

  @Override
  public void flush() {
    var text = record.toString(StandardCharsets.UTF_8).stripTrailing();
    record.reset();
    if (text.isEmpty()) {
      return;
    }
    var parts = RECORD.matcher(text);
    if (parts.matches()) {
      logger.log(parts.group(2), LogLevel.valueOf(parts.group(1)));
    } else {
      logger.log(text, LogLevel.UNDEFINED);
    }
  }
}
