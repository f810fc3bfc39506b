package com.cruddur.messages.infra.settings;

/// A setting that cannot be used. Its message is one sentence that names the setting and says what
/// to write instead.
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidSettingsException(String message) {
    super(message);
  }
}
