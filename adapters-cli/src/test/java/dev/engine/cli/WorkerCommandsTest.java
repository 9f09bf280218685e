package dev.engine.cli;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
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
