package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

import software.amazon.awscdk.services.logs.RetentionDays;

/// What all functions have in common.
///
/// @param architecture of their processors
/// @param logRetention how long every log is kept
public record FunctionSettings(Processor architecture, RetentionDays logRetention) {
  /// The names that Lambda uses.
  public enum Processor {
    arm64,
    x86_64
  }

  public FunctionSettings {
    field("architecture").required(architecture, "arm64 or x86_64");
    field("logRetention").required(logRetention, "ONE_WEEK or the like");
  }
}
