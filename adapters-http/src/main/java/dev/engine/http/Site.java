package dev.engine.http;

import dev.engine.http.api.Bodies;
import dev.engine.http.api.Execution;
import dev.engine.http.api.Operation;
import dev.engine.http.metrics.Metrics.Latencies;
import dev.engine.http.openapi.OpenApiDocument;
import dev.engine.http.page.Browsers;
import dev.engine.http.page.PageRoutes;
import dev.engine.http.problem.Problems;
import dev.engine.http.resource.Resources;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything that is behind the door, in one router. */
final class Site {

  private final Javalin javalin;

  private Site(Javalin javalin) {
    this.javalin = javalin;
  }

  /** The site of one engine, which listens on {@code port}. */
  static Site of(HttpLimits limits, Backend backend, Browsers browsers, int port) {
    Bodies bodies = new Bodies(limits.bodyBytes(), limits.patience(), backend.clock());
    List<Operation> operations = new ArrayList<>(Resources.of(backend.served()));
    operations.addAll(new PageRoutes(browsers, backend.clock(), port).operations());
    operations.addAll(new HookRoutes(backend.hooks(), bodies, backend.metrics()).operations());
    operations.addAll(new WaitRoutes(backend.waits(), bodies).operations());
    operations.addAll(new McpRoutes(backend.messages(), bodies).operations());
    operations.addAll(new HealthRoutes(backend.readiness(), backend.metrics()).operations());
    operations.add(document(operations));
    Execution execution =
        new Execution(bodies, backend.requests(), backend.served().changes(), backend.clock());
    return of(operations, execution, backend);
  }

  /** These operations and no others. */
  static Site of(List<Operation> operations, Execution execution, Backend backend) {
    Latencies latencies =
        backend
            .metrics()
            .latencies(
                "engine_http_request_seconds",
                "How long a request took in the engine.",
                "method",
                "path",
                "status");
    return new Site(
        Javalin.create(
            config -> {
              plain(config);
              Problems.register(config);
              operations.forEach(each -> config.routes.addEndpoint(execution.endpoint(each)));
              config.requestLogger.http((http, millis) -> measure(latencies, http, millis));
            }));
  }

  /** To be put into a server. */
  Servlet servlet() {
    return javalin.javalinServlet();
  }

  /** The router itself, for who wants to compare it with the document. */
  Javalin javalin() {
    return javalin;
  }

  /** The document describes itself too. */
  private static Operation document(List<Operation> others) {
    String[] text = new String[1];
    Operation itself =
        Operation.get("/api/v1/openapi.json", "showDocument", "This document.")
            .writes("application/json", call -> call.http().result(text[0]));
    List<Operation> all = new ArrayList<>(others);
    all.add(itself);
    text[0] = OpenApiDocument.of(all);
    return itself;
  }

  private static void plain(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.defaultContentType = "";
    config.router.ignoreTrailingSlashes = false;
  }

  private static void measure(Latencies latencies, Context http, float millis) {
    var endpoint = http.endpoints().lastHttpEndpoint();
    latencies.took(
        Duration.ofNanos((long) (millis * 1_000_000)),
        http.method().name(),
        endpoint == null ? "none" : endpoint.path,
        http.statusCode() / 100 + "xx");
  }
}
