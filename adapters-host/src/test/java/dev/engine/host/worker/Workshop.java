package dev.engine.host.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.host.WorkerPrograms.Starting;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.host.ProcProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A home in which real programs run as those of worker {@code 3fa94c01}. */
final class Workshop implements AutoCloseable {

  static final WorkerId WORKER = new WorkerId("3fa94c01");
  static final AttemptId FIRST = new AttemptId(WORKER, 1);

  /** Only a hang meets it. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String SCRIPT = "app/src/main/dist/lib/worker-run.sh";

  final HomeFolder home;
  final ProcProcesses processes = new ProcProcesses();
  private ProcWorkerPrograms programs;

  Workshop(Path folder) {
    this.home = new HomeFolder(folder.resolve(".engine"));
    this.programs = engine(System.getenv());
  }

  ProcWorkerPrograms programs() {
    return programs;
  }

  /** As one sees it that has started nothing. */
  ProcWorkerPrograms engine(Map<String, String> variables) {
    return new ProcWorkerPrograms(home, script(), variables, processes);
  }

  /** The one that has started programs is gone, and another has come. */
  void restart() {
    programs = engine(System.getenv());
  }

  /** Where the sources of the script are, whichever folder tests run in. */
  static Path script() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve(SCRIPT)) ? here.resolve(SCRIPT) : here.resolveSibling(SCRIPT);
  }

  Path workspace() {
    return home.outputs().resolve(WORKER.value());
  }

  Path file(String name) {
    return workspace().resolve(name);
  }

  Path control(AttemptId attempt) {
    return home.workerRuns().resolve(attempt.toString());
  }

  Launch launch(AttemptId attempt, String... command) {
    return new Launch(
        attempt, List.of(command), workspace(), "the instructions", Set.of(), Promise.NOTHING);
  }

  ProcessIdentity start(String... command) {
    Starting starting = programs.start(launch(FIRST, command), () -> {});
    assertThat(starting).isInstanceOf(Starting.Started.class);
    return ((Starting.Started) starting).wrapper();
  }

  /** Starts bash with a script of a test, and waits until that has said {@code ready}. */
  ProcessIdentity startReady(String script) throws InterruptedException {
    ProcessIdentity wrapper = start("/bin/bash", "-c", script);
    await(() -> said().contains("ready"));
    return wrapper;
  }

  Look.Ended awaitEnd() throws InterruptedException {
    await(() -> programs.look(FIRST) instanceof Look.Ended);
    return (Look.Ended) programs.look(FIRST);
  }

  String said() {
    try {
      return Files.readString(file("stdout.jsonl"));
    } catch (IOException notYet) {
      return "";
    }
  }

  void kill(String signal, long process) throws Exception {
    new ProcessBuilder("/bin/bash", "-c", "kill -" + signal + " -- " + process).start().waitFor();
  }

  static void await(BooleanSupplier fact) throws InterruptedException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!fact.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Nothing that a test has started outlives it. */
  @Override
  public void close() {
    programs.all().forEach(programs::kill);
  }
}
