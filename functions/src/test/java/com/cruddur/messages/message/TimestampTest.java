package com.cruddur.messages.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  @ParameterizedTest
  @CsvSource({
    "2023-04-01T12:34:56.123456Z, 2023-04-01T12:34:56.123456+00:00",
    "2023-04-01T12:34:56Z, 2023-04-01T12:34:56.000000+00:00",
    "2023-04-01T12:34:56.1Z, 2023-04-01T12:34:56.100000+00:00",
    "2023-04-01T12:34:56.123456789Z, 2023-04-01T12:34:56.123456+00:00",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000000+00:00",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999+00:00",
  })
  void writesUtcOfFixedWidth(Instant instant, String written) {
    assertThat(Timestamp.of(instant).stored()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19T11:00:02+00:00, 2026-11-19T11:00:02Z",
    "2026-11-19T11:00:02, 2026-11-19T11:00:02Z",
    "2026-11-19T10:00:05.199255, 2026-11-19T10:00:05.199255Z",
    "2026-11-19T07:00:00.219554-05:00, 2026-11-19T12:00:00.219554Z",
    "2026-11-19T17:33:00.197610+05:30, 2026-11-19T12:03:00.197610Z",
    "2026-11-19T17:33:00.1Z, 2026-11-19T17:33:00.1Z",
  })
  void readsEveryShapeThePythonServiceWrote(String stored, Instant instant) {
    var read = Timestamp.parse(stored);
    assertThat(read.instant()).isEqualTo(instant);
    assertThat(read.stored()).isEqualTo(stored);
    assertThat(read.canonical()).isEqualTo(Timestamp.of(instant));
    assertThat(read).hasToString(Timestamp.of(instant).stored());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-11-19",
        "2026-11-19T11:00:02+00:00 ",
        "11:00:02",
        "2026-02-30T11:00:02",
        "2026-02-30T11:00:02.123456+00:00",
        "2026-11-19T24:00:00.000000+00:00",
        "2026-11-19T11:00:60.000000+00:00",
        "+026-11-19T11:00:02.123456+00:00",
        "2026-11-19T11:00:02.-23456+00:00"
      })
  void readsNothingElse(String text) {
    assertThatThrownBy(() -> Timestamp.parse(text)).isInstanceOf(DateTimeException.class);
  }

  // What is of fixed width is read without a formatter.
  @Test
  void readsWhatItWritesAsAFormatterDoes() {
    var random = new Random(7);
    var written = "2024-02-28T23:59:58.987654+00:00";
    var formatter = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    for (var i = 0; i < 20_000; i++) {
      var text = new StringBuilder(written);
      for (var changes = random.nextInt(3); changes >= 0; changes--) {
        text.setCharAt(random.nextInt(26), "0123456789٣-+:.T".charAt(random.nextInt(16)));
      }
      var expected = instant(() -> OffsetDateTime.parse(text, formatter).toInstant());
      assertThat(instant(() -> Timestamp.parse(text.toString()).instant()))
          .as(text.toString())
          .isEqualTo(expected.filter(at -> !at.isBefore(Instant.EPOCH)));
    }
  }

  private static Optional<Instant> instant(Supplier<Instant> read) {
    try {
      return Optional.of(read.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Test
  void sortsAsTextAsItSortsByTime() {
    var random = new Random(7);
    var seconds = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    var times =
        Stream.generate(
                () ->
                    Timestamp.of(
                        Instant.ofEpochSecond(
                            random.nextLong(seconds), random.nextInt(3) * 500_000_000L)))
            .limit(10_000)
            .toList();
    assertThat(times.stream().sorted().map(Timestamp::stored))
        .isEqualTo(times.stream().map(Timestamp::stored).sorted().toList());
  }

  @Test
  void theNextMicrosecondIsTheNextKey() {
    assertThat(Timestamp.parse("2025-12-31T23:59:59.999999+00:00").next().stored())
        .isEqualTo("2026-01-01T00:00:00.000000+00:00");
  }

  @Test
  void refusesATimeThatWouldChangeTheWidth() {
    assertThatThrownBy(() -> Timestamp.of(Instant.parse("+10000-01-01T00:00:00Z")))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Timestamp.parse("9999-12-31T23:59:59.999999+00:00").next())
        .isInstanceOf(DateTimeException.class);
  }
}
