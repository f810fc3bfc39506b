package com.cruddur.messages.bench.cost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints dollars for a million messages and for a thousand idle users a month, ours beside
/// Python's way, and the formulas.
public final class Dollars {
  private static final double HOURS = 730;
  private static final int ALARMS = 18;
  private static final int METRICS = 7;
  private static final double LEAST_DATABASE_UNITS = 0.5;
  private static final int USERS = 1_000;
  private static final IdleUser IDLE = new IdleUser(20, 200);

  private static final Map<String, Double> DEFAULTS =
      Map.of(
          "ms", 20.0,
          "python-ms", 20.0,
          "gb", 1.0,
          "log-bytes", 300.0,
          "burst", 100.0);

  private Dollars() {}

  /// @param args `name=value`: `ms` and `python-ms`, how long a call of a function lasts; `gb`, its
  ///     memory; `log-bytes`, of a message; `burst`, how many messages share a move
  public static void main(String[] args) {
    var given = given(args);
    printMessages(given);
    printIdle();
  }

  private static Map<String, Double> given(String[] args) {
    var given = new LinkedHashMap<>(DEFAULTS);
    for (var arg : args) {
      var parts = arg.split("=", 2);
      if (parts.length != 2 || !DEFAULTS.containsKey(parts[0])) {
        throw new IllegalArgumentException(
            arg + " is none of name=value with " + DEFAULTS.keySet());
      }
      given.put(parts[0], Double.valueOf(parts[1]));
    }
    return given;
  }

  /// Ours, one message at a time: 13 WCU and 2 RCU, as `bench/run-capacity` counts them.
  static MessageCost alone(Map<String, Double> given) {
    return new MessageCost(
        13, 2, 1, 2, given.get("ms") / 1_000, given.get("gb"), given.get("log-bytes"), 1);
  }

  /// Ours, so many messages of one conversation at once: 1 WCU and 1.5 RCU each, and one move.
  static MessageCost together(Map<String, Double> given) {
    var share = 1 / given.get("burst");
    return new MessageCost(
        1 + 12 * share,
        1.5 + 0.5 * share,
        1,
        1 + share,
        given.get("ms") / 1_000,
        given.get("gb"),
        given.get("log-bytes"),
        1);
  }

  /// The same two functions as the Python service wrote: a call of the stream function a record.
  static MessageCost python(Map<String, Double> given) {
    return new MessageCost(
        9, 0.5, 1, 2, given.get("python-ms") / 1_000, given.get("gb"), given.get("log-bytes"), 1);
  }

  static Map<String, Double> defaults() {
    return DEFAULTS;
  }

  private static void printMessages(Map<String, Double> given) {
    var burst = given.get("burst").intValue();
    System.out.println(
        "| dollars a million messages | table | API | functions | log | traces | in all |");
    System.out.println("|---|---|---|---|---|---|---|");
    print("one at a time", alone(given));
    print("%d of a conversation together".formatted(burst), together(given));
    print("Python's way, as functions, one at a time or together", python(given));
    System.out.printf(
        Locale.ROOT,
        """

        The range is 1 call in 20 traced (many come at once) to every call. Table: WCU × %s + RCU × %s. \
        API: calls × %s. Functions: calls × (%.2f + 1,000,000 × s × GB × %s), with %.0f ms (Python's %.0f) \
        and %.1f GB. Log: %.0f bytes a message, %s a GB. Traces: calls × share × %s. \
        Lambda's reads of the stream: free.

        """,
        ListPrices.MILLION_WRITES,
        ListPrices.MILLION_READS,
        ListPrices.MILLION_API_CALLS,
        ListPrices.MILLION_CALLS,
        String.format(Locale.ROOT, "%.10f", ListPrices.GB_SECOND),
        given.get("ms"),
        given.get("python-ms"),
        given.get("gb"),
        given.get("log-bytes"),
        ListPrices.LOG_GB,
        ListPrices.MILLION_TRACES);
  }

  private static void print(String way, MessageCost cost) {
    var rarely = cost.traced(0.05);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.2f | %.2f to %.2f | **%.2f to %.2f** |%n",
        way,
        cost.table(),
        cost.api(),
        cost.functions(),
        cost.log(),
        rarely.traces(),
        cost.traces(),
        rarely.total(),
        cost.total());
  }

  private static void printIdle() {
    var watching = ALARMS * ListPrices.ALARM_MONTH + METRICS * ListPrices.METRIC_MONTH;
    var awake = LEAST_DATABASE_UNITS * ListPrices.DATABASE_UNIT_HOUR * HOURS;
    var container =
        (0.25 * ListPrices.CONTAINER_CPU_HOUR + 0.5 * ListPrices.CONTAINER_GB_HOUR) * HOURS;
    var balancer = ListPrices.BALANCER_HOUR * HOURS;
    System.out.println("| dollars a month | ours | Python's way |");
    System.out.println("|---|---|---|");
    for (var row :
        List.of(
            new Row("a thousand idle users", IDLE.dollars(USERS, true), IDLE.dollars(USERS, false)),
            new Row("alarms and metrics of a stage", watching, 0),
            new Row("users' database asleep", 0, awake),
            new Row("the service itself, kept running", 0, container),
            new Row("its load balancer", 0, balancer),
            new Row(
                "**a stage with a thousand idle users**",
                IDLE.dollars(USERS, true) + watching,
                IDLE.dollars(USERS, false) + awake + container + balancer),
            new Row(
                "the same, with ours kept awake",
                IDLE.dollars(USERS, true) + watching + awake,
                IDLE.dollars(USERS, false) + awake + container + balancer))) {
      System.out.printf(
          Locale.ROOT, "| %s | %.2f | %.2f |%n", row.what(), row.ours(), row.python());
    }
    System.out.printf(
        Locale.ROOT,
        """

        An idle user has %d conversations and has sent %d messages: %.0f KB of table. Users × bytes × \
        (%s + %s a GB for backup), and 500 bytes of database × %s a GB. %d alarms at %.2f and %d metrics at %.2f. \
        Python's service holds a connection open, so its database never sleeps (%.1f units × %s × %.0f hours); it runs in \
        a container of 0.25 processors (%s an hour) and 0.5 GB (%s a GB) behind a load balancer (%s an hour).
        """,
        IDLE.conversations(),
        IDLE.messages(),
        IDLE.tableBytes(true) / 1_000,
        ListPrices.TABLE_GB_MONTH,
        ListPrices.BACKUP_GB_MONTH,
        ListPrices.DATABASE_GB_MONTH,
        ALARMS,
        ListPrices.ALARM_MONTH,
        METRICS,
        ListPrices.METRIC_MONTH,
        LEAST_DATABASE_UNITS,
        ListPrices.DATABASE_UNIT_HOUR,
        HOURS,
        ListPrices.CONTAINER_CPU_HOUR,
        ListPrices.CONTAINER_GB_HOUR,
        ListPrices.BALANCER_HOUR);
  }

  private record Row(String what, double ours, double python) {}
}
