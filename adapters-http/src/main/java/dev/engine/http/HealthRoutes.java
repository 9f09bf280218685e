package dev.engine.http;

import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.metrics.Metrics;
import java.util.List;

/** Whether the engine is there, whether it works, and how well. */
final class HealthRoutes {

  private static final String TEXT = "text/plain; charset=utf-8";

  private final Readiness readiness;
  private final Metrics metrics;

  HealthRoutes(Readiness readiness, Metrics metrics) {
    this.readiness = readiness;
    this.metrics = metrics;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/healthz", "isAlive", "Says ok, and nothing else, to anybody here.")
            .writes(TEXT, call -> call.http().result("ok\n")),
        Operation.get("/readyz", "isReady", "Says ok once something was written and read back.")
            .writes(TEXT, this::ready),
        Operation.get("/metrics", "showMetrics", "What is measured, in Prometheus's text form.")
            .writes(metrics.mediaType(), call -> call.http().result(metrics.text())));
  }

  private void ready(Call call) {
    readiness.check();
    call.http().result("ok\n");
  }
}
