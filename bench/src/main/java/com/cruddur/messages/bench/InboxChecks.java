package com.cruddur.messages.bench;

import java.io.IOException;

/// Runs all four, one after the other.
public final class InboxChecks {
  private InboxChecks() {}

  /// @param args how many reads, kills and messages; each may be left out from the end
  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.println(Machine.describe());
    RequestsPerRewrite.main(new String[0]);
    InboxReadsDuringRewrites.main(one(args, 0));
    PostToInbox.main(one(args, 2));
    KillsDuringRewrites.main(one(args, 1));
  }

  private static String[] one(String[] args, int index) {
    return index < args.length ? new String[] {args[index]} : new String[0];
  }
}
