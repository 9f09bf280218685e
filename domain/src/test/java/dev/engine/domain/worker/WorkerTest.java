package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.worker.Worker.State;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WorkerTest {

  private static final Instant START = NOON.plusSeconds(1);
  private static final Instant END = NOON.plusSeconds(60);

  private final Worker pending =
      Worker.pending(
          new WorkerId("0000000a"), task("Compare three queues.\nBe brief."), OUTPUTS, NOON);
  private final Worker running = pending.started(START);

  @Test
  void itsWorkspaceIsNamedByItsId() {
    assertThat(pending.workspacePath())
        .isEqualTo(Path.of("/home/dev/.engine/data/outputs/0000000a"));
  }

  @Test
  void itGoesFromPendingOverRunningToComplete() {
    Worker complete = running.completed(END);

    assertThat(pending.status()).isEqualTo(WorkerStatus.PENDING);
    assertThat(running.state()).isEqualTo(new State.Running(START));
    assertThat(running.status()).isEqualTo(WorkerStatus.RUNNING);
    assertThat(complete.state()).isEqualTo(new State.Complete(START, END));
    assertThat(complete.status()).isEqualTo(WorkerStatus.COMPLETE);
  }

  @Test
  void itFailsBeforeAndAfterItsStart() {
    assertThat(pending.failed(END).state()).isEqualTo(new State.Failed(null, END));
    assertThat(running.failed(END).state()).isEqualTo(new State.Failed(START, END));
    assertThat(running.failed(END).status()).isEqualTo(WorkerStatus.FAILED);
  }

  @Test
  void stepsOutOfOrderChangeNothing() {
    Worker complete = running.completed(END);
    Worker failed = running.failed(END);

    assertThat(pending.completed(END)).isEqualTo(pending);
    assertThat(running.started(END)).isEqualTo(running);
    assertThat(complete.failed(END.plusSeconds(1))).isEqualTo(complete);
    assertThat(failed.failed(END.plusSeconds(1))).isEqualTo(failed);
    assertThat(failed.completed(END.plusSeconds(1))).isEqualTo(failed);
  }

  @Test
  void itsOwnerIsToldOfTheOutcome() {
    String body =
        "It was told: Compare three queues.\n"
            + "Its workspace: /home/dev/.engine/data/outputs/0000000a";

    assertThat(running.completed(END).outcomeNotice())
        .contains(
            new Notice(
                CHIEF,
                NotificationType.WORKER_COMPLETE,
                "0000000a",
                new Sender.FromWorker(pending.id()),
                "research worker 0000000a is complete",
                body,
                Terms.PLAIN.onlyIf(StillTrue.WORKER_COMPLETE)));
    assertThat(running.failed(END).outcomeNotice())
        .contains(
            new Notice(
                CHIEF,
                NotificationType.WORKER_FAILED,
                "0000000a",
                new Sender.FromWorker(pending.id()),
                "research worker 0000000a failed",
                body,
                Terms.PLAIN.with(Urgency.HIGH).onlyIf(StillTrue.WORKER_FAILED)));
  }

  @Test
  void withoutAnOutcomeOrAnOwnerNobodyIsTold() {
    Task nobodys = new Task(Primitive.BUILD, "Build it.", null, null);
    Worker unowned = Worker.pending(new WorkerId("0000000b"), nobodys, OUTPUTS, NOON);

    assertThat(pending.outcomeNotice()).isEmpty();
    assertThat(running.outcomeNotice()).isEmpty();
    assertThat(unowned.failed(END).outcomeNotice()).isEmpty();
  }
}
