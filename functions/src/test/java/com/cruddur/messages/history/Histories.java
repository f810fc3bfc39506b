package com.cruddur.messages.history;

import com.cruddur.messages.history.History.Form;
import com.cruddur.messages.history.History.Legacy;
import com.cruddur.messages.history.Step.Call;
import com.cruddur.messages.history.Step.Death;
import com.cruddur.messages.history.Step.Deliver;
import com.cruddur.messages.history.Step.Pause;
import com.cruddur.messages.history.Step.Send;
import com.cruddur.messages.history.Step.Together;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Histories at random, the nasty ones more often than life has them.
final class Histories {
  private static final int PEOPLE = 3;
  private static final int MAX_SKEW_MILLIS = 2_000;

  private Histories() {}

  static Arbitrary<History> any() {
    return Combinators.combine(
            legacy()
                .list()
                .ofMaxSize(2)
                .uniqueElements(
                    pair ->
                        Math.min(pair.one(), pair.other())
                            + 10 * Math.max(pair.one(), pair.other())),
            step().list().ofMinSize(1).ofMaxSize(14))
        .as(History::new);
  }

  private static Arbitrary<Legacy> legacy() {
    return Combinators.combine(
            person(), person(), Arbitraries.of(Form.class), Arbitraries.of(false, false, true))
        .as(Legacy::new)
        .filter(legacy -> legacy.one() != legacy.other());
  }

  private static Arbitrary<Step> step() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, send().map(step -> step)),
        Tuple.of(3, deliver().map(step -> step)),
        Tuple.of(3, together()),
        Tuple.of(2, race()),
        Tuple.of(1, Arbitraries.of(1L, 1_000L, 5_000_000L).map(Pause::new)));
  }

  private static Arbitrary<Call> send() {
    return Combinators.combine(
            person(),
            person(),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 1).optional(0.4),
            Arbitraries.integers().between(-MAX_SKEW_MILLIS, MAX_SKEW_MILLIS),
            death())
        .as(Send::new)
        .map(send -> send);
  }

  private static Arbitrary<Call> deliver() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40).list().ofMinSize(1).ofMaxSize(6),
            Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(4),
            death())
        .as(Deliver::new)
        .map(deliver -> deliver);
  }

  private static Arbitrary<Step> together() {
    return Combinators.combine(
            Arbitraries.oneOf(send(), deliver()).list().ofMinSize(2).ofMaxSize(3), turns())
        .as(Together::new);
  }

  // Two who write to each other at the same time, before there is a conversation or after.
  private static Arbitrary<Step> race() {
    return Combinators.combine(send(), send(), turns())
        .as(
            (one, other, turns) -> {
              var first = (Send) one;
              var second = (Send) other;
              var back =
                  new Send(
                      first.receiver(),
                      first.sender(),
                      false,
                      second.key(),
                      second.skewMillis(),
                      second.death());
              return new Together(List.of(first, back), turns);
            });
  }

  private static Arbitrary<List<Integer>> turns() {
    return Arbitraries.integers().between(0, 2).list().ofMinSize(1).ofMaxSize(20);
  }

  private static Arbitrary<Optional<Death>> death() {
    return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(true, false))
        .as(Death::new)
        .optional(0.2);
  }

  private static Arbitrary<Integer> person() {
    return Arbitraries.integers().between(0, PEOPLE - 1);
  }
}
