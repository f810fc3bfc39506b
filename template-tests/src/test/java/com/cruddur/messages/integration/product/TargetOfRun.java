package com.cruddur.messages.integration.product;

import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/// The one target of a run: started once, by the first test that needs it, closed after the last.
public final class TargetOfRun implements AutoCloseable {
  private final Start start;
  private final boolean required;

  private sealed interface Start {
    record Running(Target target) implements Start {}

    record Missing(TargetMissingException reason) implements Start {}

    record Failed(RuntimeException failure) implements Start {}
  }

  /// @param starting starts the target
  /// @param required whether a missing one is a failure
  public TargetOfRun(Supplier<Target> starting, boolean required) {
    this.start = start(starting);
    this.required = required;
  }

  // Every test is told of a failure; trying again for each would only take longer.
  private static Start start(Supplier<Target> starting) {
    try {
      return new Start.Running(starting.get());
    } catch (TargetMissingException e) {
      return new Start.Missing(e);
    } catch (RuntimeException e) {
      return new Start.Failed(e);
    }
  }

  /// The target.
  ///
  /// @throws TestAbortedException with the reason when it is missing, so that the test is skipped
  /// @throws AssertionError with the reason when it is missing and required
  public Target target() {
    return switch (start) {
      case Start.Running(var target) -> target;
      case Start.Missing(var e) when required ->
          throw new AssertionError("required, but " + e.getMessage(), e);
      case Start.Missing(var e) -> throw new TestAbortedException(e.getMessage(), e);
      case Start.Failed(var e) -> throw e;
    };
  }

  @Override
  public void close() {
    if (start instanceof Start.Running(var target)) {
      target.close();
    }
  }
}
