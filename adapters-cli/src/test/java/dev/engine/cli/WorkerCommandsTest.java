package dev.engine.cli;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WorkerCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void listSaysHowFarEachWorkerHasCome() {
    Worker failed = aFailedWorker();
    Worker pending =
        WorkerExamples.spawned(
            cli.storage(),
            WorkOrder.of(new Task(Primitive.BUILD, "Build it.", null, null)),
            NOON.plusSeconds(60));

    CliRun.Result result = cli.run("worker", "list");

    assertThat(result.out())
        .isEqualTo(
            """
            WORKER    PRIMITIVE  STATUS   OWNER             ADDED  INSTRUCTIONS
            %s  build      pending  -                 2m     Build it.
            %s  research   failed   chief-2026-01-05  3m     Compare. Be brief.
            """
                .formatted(pending.id(), failed.id()));
    assertThat(cli.run("worker", "list", "--status", "failed").out())
        .contains(failed.id().value())
        .doesNotContain(pending.id().value());
  }

  @Test
  void showSaysWhatAWorkerWasTold() {
    Worker failed = aFailedWorker();

    CliRun.Result result = cli.run("worker", "show", failed.id().value());

    assertThat(result.out())
        .isEqualTo(
            """
            worker %1$s
              status         failed
              primitive      research
              owner          chief-2026-01-05
              added          2026-01-05T12:00:00Z
              started        2026-01-05T12:00:01Z
              finished       2026-01-05T12:00:02Z
              workspace      %2$s
              Compare.
              Be brief.

            Why it failed:
              exit code 1

            ATTEMPT  OUTCOME  BEGAN  TOOK  COST  TOKENS  ERROR
            1        failed   2m     1s    -     -       exit code 1
            """
                .formatted(failed.id(), failed.workspacePath()));
  }

  @Test
  void showAsJsonHasEverythingThatIsKnown() {
    Worker failed = aFailedWorker();

    CliRun.Result result = cli.run("worker", "show", failed.id().value(), "--json");

    assertThat(result.out())
        .contains(
            "\"id\" : \"%s\"".formatted(failed.id()),
            "\"status\" : \"failed\"",
            "\"conversationId\" : \"chief-2026-01-05\"",
            "\"startedAt\" : \"2026-01-05T12:00:01Z\"",
            "\"finishedAt\" : \"2026-01-05T12:00:02Z\"")
        .doesNotContain("sessionId", "null");
  }

  @Test
  void showSaysWhatAWorkerWaitsFor() {
    Worker before = WorkerExamples.spawned(cli.storage(), "Compare.", NOON);
    WorkOrder order =
        WorkerExamples.order("Write it down.")
            .withPriority(5)
            .dependingOn(before.id())
            .after(NOON.plusSeconds(3_600))
            .triedAtMost(3)
            .within(Duration.ofMinutes(90));
    Worker after = WorkerExamples.spawned(cli.storage(), order, NOON);

    CliRun.Result result = cli.run("worker", "show", after.id().value());

    assertThat(result.out())
        .contains(
            "  status         pending\n  why            ",
            "  priority       5\n",
            "  depends on     %s (pending)\n".formatted(before.id()),
            "  run after      2026-01-05T13:00:00Z\n",
            "  tried up to    3 times\n",
            "  timeout        90m\n");
  }

  @Test
  void aWorkerIsCancelledAndRunAgain() {
    String id = WorkerExamples.spawned(cli.storage(), "Compare.", NOON).id().value();

    assertThat(cli.run("worker", "cancel", id).out())
        .isEqualTo("worker %s: cancelled (research)\n".formatted(id));
    assertThat(cli.run("worker", "cancel", id).exitCode()).isEqualTo(4);
    assertThat(cli.run("worker", "retry", id).out())
        .isEqualTo("worker %s: pending (research)\n".formatted(id));
    WorkerExamples.claimed(cli.storage(), NOON);
    assertThat(cli.run("worker", "cancel", id).out())
        .isEqualTo("worker %s: ending (research)\n".formatted(id));
  }

  @Test
  void whatAProgramSaysIsTheReasonAndDoesNotCancelItsWorker() {
    String cancelled = WorkerExamples.spawned(cli.storage(), "Compare.", NOON).id().value();
    cli.run("worker", "cancel", cancelled);
    Worker failed = WorkerExamples.spawned(cli.storage(), "Compare.", NOON);
    WorkerExamples.claimed(cli.storage(), NOON);
    WorkerExamples.finished(cli.storage(), failed.id(), WorkerExamples.failure("cancelled"), NOON);

    assertThat(cli.run("worker", "show", cancelled).out())
        .contains("  status         cancelled\n")
        .doesNotContain("Why it failed");
    assertThat(cli.run("worker", "show", cancelled, "--json").out())
        .contains("\"status\" : \"failed\"", "\"cancelledAt\" : \"")
        .doesNotContain("\"reason\"");
    assertThat(cli.run("worker", "show", failed.id().value()).out())
        .contains("  status         failed\n", "Why it failed:\n  cancelled\n");
    assertThat(cli.run("worker", "show", failed.id().value(), "--json").out())
        .contains("\"reason\" : \"cancelled\"")
        .doesNotContain("cancelledAt");
  }

  @Test
  void aWorkerSpeaksOfItself() {
    Worker worker = WorkerExamples.spawned(cli.storage(), "Compare.", NOON);
    WorkerExamples.claimed(cli.storage(), NOON);
    cli.with("ENGINE_WORKER_ID", worker.id().value());

    CliRun.Result reported = cli.run("worker", "report", "reading the second");
    CliRun.Result asked = cli.run("worker", "ask", "Which three?");

    assertThat(reported.out())
        .isEqualTo("worker %s says: reading the second\n".formatted(worker.id()));
    assertThat(asked.out())
        .matches(
            "ping [0-9a-f]{8}: sent; worker %s waits for the answer once it ends\n"
                .formatted(worker.id()));
    assertThat(cli.run("worker", "show", worker.id().value()).out())
        .contains("  says           reading the second\n");
  }

  @Test
  void whoIsNoWorkerMustSayWhichOneSpeaks() {
    Worker worker = WorkerExamples.spawned(cli.storage(), "Compare.", NOON);
    WorkerExamples.claimed(cli.storage(), NOON);

    assertThat(cli.run("worker", "report", "a").exitCode()).isEqualTo(2);
    assertThat(cli.run("worker", "report", "a").err()).contains("so say --worker ID");
    assertThat(cli.run("worker", "report", "a", "--worker", worker.id().value()).exitCode())
        .isZero();
  }

  @Test
  void anUnknownWorkerIsExitCode3() {
    assertThat(cli.run("worker", "show", "0000beef"))
        .isEqualTo(new CliRun.Result(3, "", "engine: ENG-1002 no worker 0000beef\n"));
  }

  private Worker aFailedWorker() {
    Worker worker = WorkerExamples.spawned(cli.storage(), "Compare.\nBe brief.", NOON);
    WorkerExamples.claimed(cli.storage(), NOON.plusSeconds(1));
    return WorkerExamples.failed(cli.storage(), worker.id(), NOON.plusSeconds(2));
  }
}
