package com.cruddur.messages.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The short form of the inbox checks: what they count must be 0, however often they look.
class InboxChecksTest {
  @Test
  void noReadMissesOrDoublesAConversationWhileItMoves() throws Exception {
    try (var table = OwnTable.create()) {
      var result = InboxReadsDuringRewrites.run(table, 300);
      assertThat(result.rewrites()).isPositive();
      assertThat(result.absent()).isZero();
      assertThat(result.doubled()).isZero();
    }
  }

  @Test
  void noKillInTheMiddleOfARewriteLosesOrDoublesARow() throws Exception {
    try (var table = OwnTable.create()) {
      var result = KillsDuringRewrites.run(table, 5);
      assertThat(result.rewrites()).isPositive();
      assertThat(result.lost()).isZero();
      assertThat(result.doubled()).isZero();
      assertThat(result.stale()).isZero();
    }
  }
}
