package com.cruddur.messages.testing;

/// How far a test goes that has a short and a long form: the short one is part of `bin/test`, the
/// long one is run by `bin/test -Pstress`.
public final class Stress {
  private static final boolean LONG_FORM = Boolean.getBoolean("cruddur.stress");

  private Stress() {}

  /// Whether the long form is asked for.
  public static boolean isLongForm() {
    return LONG_FORM;
  }

  /// How many of what the test tries.
  public static int times(int inShortForm, int inLongForm) {
    return LONG_FORM ? inLongForm : inShortForm;
  }
}
