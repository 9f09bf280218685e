package dev.engine.cli;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkerSpawnCommandTest {

  private static final String HINT =
      "No engine serves this project, so nothing begins it: `engine up`.\n";

  private final CliRun cli = new CliRun();

  @Test
  void whatIsHandedOverWaitsForItsTurn() {
    CliRun.Result result = cli.run("worker", "spawn", "research", "Compare three queues.");

    Worker worker = newest();
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(0, "worker %s: pending (research)\n".formatted(worker.id()), HINT));
    assertThat(worker.order())
        .isEqualTo(WorkOrder.of(new Task(Primitive.RESEARCH, "Compare three queues.", null, null)));
    assertThat(worker.workspacePath())
        .isEqualTo(Path.of("/project/.engine/data/outputs", worker.id().value()));
  }

  @Test
  void anOrderSaysWhenAndHowOftenItIsTried() {
    Worker before = WorkerExamples.spawned(cli.storage(), "Compare.", CliRun.NOW);

    Worker worker =
        spawned(
            ("worker spawn write Write. --priority 5 --after %s --run-after 2h --dedupe-key k"
                    + " --max-attempts 3 --timeout 90m --conversation %s")
                .formatted(before.id(), CHIEF)
                .split(" ", -1));

    assertThat(worker.order())
        .isEqualTo(
            WorkOrder.of(new Task(Primitive.WRITE, "Write.", null, CHIEF))
                .withPriority(5)
                .dependingOn(before.id())
                .after(CliRun.NOW.plus(Duration.ofHours(2)))
                .withDedupeKey("k")
                .triedAtMost(3)
                .within(Duration.ofMinutes(90)));
  }

  @Test
  void theTextMayBePipedInOrInAFile(@TempDir Path folder) throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.md"), "Follow the plan.");

    cli.piping("Look at this.\n");
    assertThat(spawned("worker", "spawn", "review", "-").task().instructions())
        .isEqualTo("Look at this.\n");
    assertThat(spawned("worker", "spawn", "build", "--file", plan.toString()).task().instructions())
        .isEqualTo("Follow the plan.");
  }

  @Test
  void theOwnerIsWhoeverRunsTheCommand() {
    Session session = SessionExamples.stored(cli.storage().sessions(), "a");

    cli.with("CLAUDE_CODE_SESSION_ID", "a");
    assertThat(spawned("worker", "spawn", "write", "a").task())
        .isEqualTo(new Task(Primitive.WRITE, "a", session.id(), session.conversation()));

    cli.with("ENGINE_CONVERSATION_ID", CHIEF.value());
    assertThat(spawned("worker", "spawn", "write", "a").task())
        .isEqualTo(new Task(Primitive.WRITE, "a", null, CHIEF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "research",
        "research a --file b",
        "Research a",
        "research a --priority 101",
        "research a --priority high",
        "research a --max-attempts 0",
        "research a --run-after tomorrow",
        "research a --run-after 2026-13-05T13:00:00Z",
        "research a --timeout 31d",
        "research a --depends-on mine"
      })
  void whatNoOrderHasIsWrongUsage(String line) {
    CliRun.Result result = cli.run(("worker spawn " + line).split(" ", -1));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("engine: ");
  }

  @Test
  void whoWaitsIsToldEachChangeAndWhatCameOfIt() {
    cli.pauses()
        .then(this::begin)
        .then(() -> {})
        .then(() -> report("reading the second"))
        .then(() -> finish(true));

    CliRun.Result result = cli.run("worker", "spawn", "research", "Compare.", "--wait");

    String id = newest().id().value();
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                "worker %s: complete (research)\n  Two are alike.\n".formatted(id),
                HINT
                    + """
                    worker %1$s pending
                    worker %1$s running
                    worker %1$s running: reading the second
                    """
                        .formatted(id)));
  }

  @Test
  void aWorkerThatFailsIsExitCode1() {
    cli.pauses().then(this::begin).then(() -> finish(false));

    CliRun.Result result = cli.run("worker", "spawn", "research", "Compare.", "--wait");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo("worker %s: failed (research)\n  exit code 1\n".formatted(newest().id()));
  }

  @Test
  void whoDoesNotWaitForTheEndLeavesTheWorkerAlone() {
    cli.pauses().then(this::begin);

    CliRun.Result result = cli.run("worker", "spawn", "research", "Compare.", "--wait");

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.err())
        .endsWith(
            "worker %1$s goes on; `engine worker show %1$s` says how far it is\n"
                .formatted(newest().id()));
    assertThat(newest().isToBeCancelled()).isFalse();
  }

  @Test
  void aTerminalHasOneLineHoweverNarrowItIs() {
    cli.pauses()
        .then(this::begin)
        .then(() -> report("reading \u001b[2J the 読む 読む 読む 読む second"))
        .then(() -> finish(true));

    CliRun.Result result =
        cli.runOnTerminalOf(40, "worker", "spawn", "research", "Compare.", "--wait");

    assertThat(result.err()).startsWith(HINT).doesNotContain("\u001b");
    assertThat(result.err().substring(HINT.length()).split("\r", -1))
        .hasSize(6)
        .allSatisfy(line -> assertThat(Cell.of(line).columns()).isLessThan(40))
        .anySatisfy(line -> assertThat(line).startsWith("| worker " + newest().id() + " pending"))
        .anySatisfy(line -> assertThat(line).startsWith("/ worker " + newest().id() + " running"));
    assertThat(result.err()).endsWith("\r" + " ".repeat(39) + "\r");
  }

  @Test
  void whatCameOfItIsJsonForAProgram() {
    cli.pauses().then(this::begin).then(() -> finish(true));

    CliRun.Result result = cli.run("worker", "spawn", "research", "Compare.", "--wait", "--json");

    assertThat(result.out())
        .startsWith("{")
        .contains("\"status\" : \"complete\"", "\"summary\" : \"Two are alike.\"");
  }

  /** The worker that a command line has handed over. */
  private Worker spawned(String... line) {
    String id = cli.run(line).out().split("[ :]", -1)[1];
    return cli.storage().workers().find(new WorkerId(id)).orElseThrow();
  }

  private void begin() {
    WorkerExamples.claimed(cli.storage(), CliRun.NOW);
  }

  private void report(String text) {
    cli.storage().workers().report(newest().id(), new StatusText(Cell.of(text).text()), CliRun.NOW);
  }

  private void finish(boolean isGood) {
    WorkerExamples.finished(
        cli.storage(),
        newest().id(),
        isGood ? WorkerExamples.succeeded("Two are alike.") : WorkerExamples.failure("exit code 1"),
        CliRun.NOW);
  }

  private Worker newest() {
    return cli.storage()
        .workers()
        .list(WorkerFilter.ALL, Page.first(new Limit(1)))
        .items()
        .getFirst();
  }
}
