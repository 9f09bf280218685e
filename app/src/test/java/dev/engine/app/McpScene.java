package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.worker.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A project whose engine serves, with a session and a worker at work: who may call tools. */
final class McpScene implements AutoCloseable {

  /** What its client calls the session. */
  static final String SESSION = "4d6ea06e-0000-4000-8000-000000000001";

  /** A script that goes on until somebody ends it. */
  static final String ENDLESS = "until [ -e go ]; do sleep 0.05; done";

  private final WorkerScene workers;
  private final ServingProcess engine;
  private final Worker worker;

  private McpScene(WorkerScene workers, ServingProcess engine, Worker worker) {
    this.workers = workers;
    this.engine = engine;
    this.worker = worker;
  }

  /** Such a project in {@code folder}. */
  static McpScene in(Path folder) throws IOException {
    WorkerScene workers = WorkerScene.in(folder, WorkerScene.BASH);
    ServingProcess engine = ServingProcess.start(workers.project());
    Worker worker =
        workers.spawn("echo at work; touch begun; " + ENDLESS, null, UnaryOperator.identity());
    workers.awaitFile(worker, "begun");
    Shipped.Result started =
        Shipped.hook(
            workers.project(),
            """
            {"session_id":"%s","hook_event_name":"SessionStart","source":"startup"}\
            """
                .formatted(SESSION),
            "--awaited",
            "SessionStart");
    assertThat(started.err()).isEmpty();
    return new McpScene(workers, engine, worker);
  }

  Path project() {
    return workers.project();
  }

  Worker worker() {
    return worker;
  }

  /** Ends the engine; the worker goes on. */
  void endEngine() throws InterruptedException {
    assertThat(engine.end()).isZero();
  }

  /** What the client of the session has in its environment. */
  Map<String, String> asSession() {
    return Map.of("CLAUDE_CODE_SESSION_ID", SESSION);
  }

  /** What the client of the worker has in its environment. */
  Map<String, String> asWorker() {
    return Map.of("ENGINE_WORKER_ID", worker.id().value());
  }

  @Override
  public void close() {
    engine.close();
    workers.close();
  }
}
