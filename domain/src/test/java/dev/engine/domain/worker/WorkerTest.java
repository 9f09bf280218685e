package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.asked;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.order;
import static dev.engine.domain.worker.WorkerExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Worker.Run;
import dev.engine.domain.worker.Worker.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WorkerTest {

  private static final Instant START = NOON.plusSeconds(1);
  private static final Instant END = NOON.plusSeconds(60);

  private final Worker pending = pending(order("Compare three queues.\nBe brief."));
  private final Worker running = pending.started(START);
  private final Worker complete = running.after(succeeded("B is fastest."), null, END);
  private final Worker failed = running.after(failure("exit code 1"), null, END);
  private final Ping question =
      Ping.sent(
          new PingId("0000000f"),
          WorkerNotices.appeal(running, "Which three?"),
          NOON.plusSeconds(30));

  @Test
  void itsWorkspaceIsNamedByItsId() {
    assertThat(pending.workspacePath())
        .isEqualTo(Path.of("/home/dev/.engine/data/outputs/0000000a"));
  }

  @Test
  void itGoesFromPendingOverRunningToItsOutcome() {
    assertThat(pending.status()).isEqualTo(WorkerStatus.PENDING);
    assertThat(running.state()).isEqualTo(new State.Running(START, null));
    assertThat(running.status()).isEqualTo(WorkerStatus.RUNNING);
    assertThat(complete.state()).isEqualTo(new State.Complete(START, END, "B is fastest."));
    assertThat(complete.status()).isEqualTo(WorkerStatus.COMPLETE);
    assertThat(failed.state()).isEqualTo(new State.Failed(START, END, "exit code 1"));
    assertThat(failed.status()).isEqualTo(WorkerStatus.FAILED);
  }

  @Test
  void itWaitsForTheTimeOfItsOrder() {
    Worker later = pending(order("a").after(END));

    assertThat(later.state()).isEqualTo(new State.Pending(END));
  }

  @Test
  void itIsTriedAsOftenAsItsOrderSaysLaterEachTime() {
    Worker first = pending(order("a").triedAtMost(3)).started(START);

    Worker second = first.after(failure("no network"), null, END);
    Worker third = second.started(END).after(new AttemptEnd.TimedOut(), null, END);
    Worker last = third.started(END).after(new AttemptEnd.TimedOut(), null, END);

    assertThat(second.state()).isEqualTo(new State.Pending(END.plusSeconds(10)));
    assertThat(third.state()).isEqualTo(new State.Pending(END.plusSeconds(20)));
    assertThat(third.run()).isEqualTo(new Run(1, 2, null));
    assertThat(last.state()).isEqualTo(new State.Failed(END, END, "it took longer than it may"));
  }

  @Test
  void beingReclaimedDoesNotCountAsTried() {
    Worker reclaimed = running.after(new AttemptEnd.Reclaimed(), null, END);

    assertThat(reclaimed).isEqualTo(pending);
  }

  @Test
  void beingPutOffDoesNotCountAsTriedAndWaitsForItsTime() {
    AttemptEnd end = new AttemptEnd.PutOff("no memory", END.plusSeconds(10));

    assertThat(running.after(end, null, END).state())
        .isEqualTo(new State.Pending(END.plusSeconds(10)));
    assertThat(running.after(end, null, END).run()).isEqualTo(Run.FIRST);
    assertThat(running.after(end, question, END).state())
        .isEqualTo(new State.Asking(question.id()));
  }

  @Test
  void itWaitsForTheAnswerToWhatItAsked() {
    Worker asking = running.after(asked("Which three?"), question, END);

    assertThat(asking.state()).isEqualTo(new State.Asking(question.id()));
    assertThat(asking.status()).isEqualTo(WorkerStatus.PENDING);
    assertThat(asking.answered()).isEqualTo(pending);
  }

  @Test
  void whoAskedAndEndedWellWaitsToo() {
    AttemptEnd end = succeeded("I have asked.");
    Ping answered = question.answered(END, new Answer("These."));

    assertThat(running.after(end, question, END).state())
        .isEqualTo(new State.Asking(question.id()));
    assertThat(running.outcome(end, question)).isEqualTo(AttemptOutcome.ASKED);
    assertThat(running.after(end, answered, END)).isEqualTo(pending);
    assertThat(running.outcome(end, null)).isEqualTo(AttemptOutcome.COMPLETE);
  }

  @Test
  void whoAskedAndFailedIsTriedAgainOnceThatIsAnswered() {
    Worker twice = pending(order("a").triedAtMost(2)).started(START);
    Ping answered = question.answered(END, new Answer("These."));

    assertThat(twice.after(failure("crashed"), question, END).state())
        .isEqualTo(new State.Asking(question.id()));
    assertThat(twice.after(failure("crashed"), answered, END).state())
        .isEqualTo(new State.Pending(END.plusSeconds(10)));
    assertThat(running.after(failure("crashed"), question, END).state())
        .isEqualTo(new State.Failed(START, END, "crashed"));
  }

  @Test
  void onceItIsToBeCancelledItIsNotTriedAgain() {
    Worker unwanted = pending(order("a").triedAtMost(3)).started(START).unwanted(END);
    State cancelled = new State.Cancelled(START, END);

    assertThat(unwanted.isToBeCancelled()).isTrue();
    assertThat(unwanted.unwanted(END.plusSeconds(1))).isEqualTo(unwanted);
    assertThat(unwanted.after(new AttemptEnd.Cancelled(), null, END).state()).isEqualTo(cancelled);
    assertThat(unwanted.after(new AttemptEnd.Reclaimed(), null, END).state()).isEqualTo(cancelled);
    assertThat(unwanted.after(asked("Why?"), null, END).state()).isEqualTo(cancelled);
    assertThat(unwanted.after(failure("exit code 143"), null, END).state())
        .isEqualTo(new State.Failed(START, END, "exit code 143"));
    assertThat(unwanted.after(succeeded("Done."), question, END).state())
        .isEqualTo(new State.Complete(START, END, "Done."));
  }

  @Test
  void whatIsNotAtWorkIsCancelledAtOnce() {
    State cancelled = new State.Cancelled(null, END);

    assertThat(pending.cancelled(END).state()).isEqualTo(cancelled);
    assertThat(running.after(asked("Why?"), question, END).cancelled(END).state())
        .isEqualTo(cancelled);
    assertThat(pending.cancelled(END).status()).isEqualTo(WorkerStatus.FAILED);
  }

  @Test
  void itsOwnWordsDoNotMakeItCancelled() {
    assertThat(running.after(failure("cancelled"), null, END).state())
        .isEqualTo(new State.Failed(START, END, "cancelled"));
  }

  @Test
  void runAgainItBeginsAnewInTheNextGeneration() {
    Worker reporting = running.reporting(new StatusText("reading"));
    Worker again = reporting.after(failure("exit code 1"), null, END).again(END);
    Worker later = pending(order("a").after(END.plusSeconds(1))).cancelled(START).again(END);
    Worker past = pending(order("a").after(START)).cancelled(START).again(END);

    assertThat(again.run()).isEqualTo(new Run(2, 0, null));
    assertThat(again.state()).isEqualTo(State.Pending.NOW);
    assertThat(later.state()).isEqualTo(new State.Pending(END.plusSeconds(1)));
    assertThat(past.state()).isEqualTo(State.Pending.NOW);
  }

  @Test
  void stepsOutOfOrderChangeNothing() {
    assertThat(pending.after(succeeded(""), null, END)).isEqualTo(pending);
    assertThat(running.started(END)).isEqualTo(running);
    assertThat(running.cancelled(END)).isEqualTo(running);
    assertThat(running.again(END)).isEqualTo(running);
    assertThat(running.answered()).isEqualTo(running);
    assertThat(pending.unwanted(END)).isEqualTo(pending);
    assertThat(pending.isToBeCancelled()).isFalse();
    assertThat(complete.after(failure("late"), null, END)).isEqualTo(complete);
    assertThat(failed.cancelled(END)).isEqualTo(failed);
    assertThat(failed.started(END)).isEqualTo(failed);
  }

  @Test
  void itIsFinishedOnceItHasAnOutcome() {
    assertThat(pending.isFinished()).isFalse();
    assertThat(running.isFinished()).isFalse();
    assertThat(complete.isFinished()).isTrue();
    assertThat(failed.isFinished()).isTrue();
    assertThat(pending.cancelled(END).isFinished()).isTrue();
  }

  @Test
  void itsTurnIsByPriorityThenByAgeThenById() {
    Worker urgent = pending(order("a").withPriority(1));
    Worker younger = Worker.pending(new WorkerId("00000009"), order("a"), OUTPUTS, START);
    Worker twin = Worker.pending(new WorkerId("0000000b"), order("a"), OUTPUTS, NOON);

    assertThat(Stream.of(younger, twin, pending, urgent).sorted(Worker.IN_TURN))
        .containsExactly(urgent, pending, twin, younger);
  }

  @Test
  void ofAWorkerThatRunsNoEndIsTold() {
    Attempt.State.Ended ended =
        new Attempt.State.Ended(END, AttemptOutcome.FAILED, 1, "exit code 1", Usage.UNKNOWN);

    assertThatIllegalStateException()
        .isThrownBy(() -> WorkerEvents.ended(running, new AttemptId(running.id(), 1), ended));
  }

  private static Worker pending(WorkOrder order) {
    return Worker.pending(new WorkerId("0000000a"), order, OUTPUTS, NOON);
  }
}
