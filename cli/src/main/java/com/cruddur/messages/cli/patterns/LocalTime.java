package com.cruddur.messages.cli.patterns;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.message.Timestamp;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A time as the operator's clock shows it.
final class LocalTime {
  static final Column COLUMN = new Column("time", 19);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private LocalTime() {}

  static String of(Timestamp time) {
    return FORMAT.format(time.instant());
  }
}
