package com.cruddur.messages.handler;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.cruddur.messages.http.Api;
import com.cruddur.messages.testing.Product;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/// Logs a failure as a function in Lambda does, with the log configuration of the archive, and
/// prints what Lambda's logger is given: a line for each call. Started by [LambdaLogTest].
final class LambdaLogProgram {
  private LambdaLogProgram() {}

  private static final class PrintingLogger implements LambdaLogger {
    @Override
    public void log(String message, LogLevel level) {
      System.out.println(level + " " + message.replace("\n", "\\n"));
    }

    @Override
    public void log(String message) {
      log(message, LogLevel.UNDEFINED);
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }

  public static void main(String[] args) {
    System.setErr(LambdaLog.to(new PrintingLogger()));
    Api.answer(
        new APIGatewayV2HTTPEvent(),
        Product.context(),
        request -> {
          throw new IllegalStateException("bröken");
        });
    Logger.getLogger("somebody else").warning("not by slf4j");
  }
}
