package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;

/// What the alarms look at, side by side: the API, the stream, the functions.
final class MessagingDashboard {
  private static final int HALF = 12;
  private static final int THIRD = 8;

  private MessagingDashboard() {}

  static void create(Construct scope, String id, Settings settings, Metrics metrics) {
    var functions = metrics.functions();
    Dashboard.Builder.create(scope, id)
        .dashboardName(StageStack.nameOf(settings, "Dashboard"))
        .widgets(
            List.of(
                List.of(
                    graph(
                        "API: requests and errors",
                        HALF,
                        List.of(
                            metrics.requests(), metrics.clientErrors(), metrics.serverErrors())),
                    graph(
                        "API: latency (ms)",
                        HALF,
                        List.of(metrics.latency("p50"), metrics.latency("p99")))),
                List.of(
                    graph("Stream: age of records (ms)", HALF, List.of(metrics.iteratorAge())),
                    graph(
                        "Stream: records given up",
                        HALF,
                        List.of(metrics.stored(), metrics.notStored(), metrics.dropped()))),
                List.of(
                    graph(
                        "Functions: errors",
                        THIRD,
                        functions.stream().map(metrics::errors).toList()),
                    graph(
                        "Functions: throttles",
                        THIRD,
                        functions.stream().map(metrics::throttles).toList()),
                    graph(
                        "Functions: p99 duration (ms)",
                        THIRD,
                        functions.stream().map(metrics::duration).toList()))))
        .build();
  }

  private static IWidget graph(String title, int width, List<Metric> metrics) {
    return GraphWidget.Builder.create().title(title).width(width).left(metrics).build();
  }
}
