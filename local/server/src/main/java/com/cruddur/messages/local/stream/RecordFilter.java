package com.cruddur.messages.local.stream;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.event.ruler.Machine;

/// The event filter of a mapping, evaluated by the rule engine that AWS published. A record that
/// the engine cannot read is let through.
///
/// See <https://github.com/aws/event-ruler>
final class RecordFilter implements Predicate<EventRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFilter.class);
  private static final String RULE = "filter";

  private final Optional<Machine> machine;

  /// @param pattern an event pattern; none lets everything through
  /// @throws IllegalArgumentException when it is no event pattern
  RecordFilter(Optional<String> pattern) {
    this.machine = pattern.map(RecordFilter::machine);
  }

  private static Machine machine(String pattern) {
    try {
      var machine = Machine.builder().build();
      machine.addRule(RULE, pattern);
      return machine;
    } catch (IOException e) {
      throw new IllegalArgumentException("not an event pattern: " + pattern, e);
    }
  }

  @Override
  public boolean test(EventRecord record) {
    return machine.map(rules -> matches(rules, record)).orElse(true);
  }

  // Attribute names may be longer than the engine's JSON library reads. To fail would hold up the
  // shard for good; the function ignores what does not concern it, and what it fails on is kept.
  private static boolean matches(Machine rules, EventRecord record) {
    try {
      return !rules.rulesForJSONEvent(record.json().toString()).isEmpty();
    } catch (Exception e) {
      LOG.warn("{} is let through unfiltered: {}", record, Failure.withoutMessage(e));
      return true;
    }
  }
}
