package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.order;
import static dev.engine.domain.worker.WorkerExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.notification.ModelText;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.worker.Worker.State;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WorkerNoticesTest {

  private static final Instant START = NOON.plusSeconds(1);
  private static final Instant END = NOON.plusSeconds(60);
  private static final PingId PING = new PingId("0000000f");

  private static final String BODY =
      """
      Its workspace: /home/dev/.engine/data/outputs/0000000a
      It was told: Compare three queues.\
      """;

  private final Worker pending = pending(order("Compare three queues.\nBe brief."));
  private final Worker running = pending.started(START);
  private final Worker complete = running.after(succeeded("B is fastest."), null, END);

  @Test
  void whatCameOfItIsTold() {
    assertThat(WorkerNotices.outcome(complete))
        .contains(
            new Notice(
                CHIEF,
                NotificationType.WORKER_COMPLETE,
                "0000000a",
                new Sender.FromWorker(pending.id()),
                "research worker 0000000a is complete",
                BODY + "\nWhat came of it:\nB is fastest.",
                Terms.PLAIN.onlyIf(StillTrue.WORKER_COMPLETE)));
  }

  @Test
  void aModelThatIsToldTheBeginningOfALongOutcomeIsToldWhereTheRestIs() {
    Worker talkative =
        pending(order("Compare. ".repeat(100)))
            .started(START)
            .after(succeeded("B is fast. ".repeat(1_000)), null, END);
    Notice notice = WorkerNotices.outcome(talkative).orElseThrow();
    Notification queued = Notification.queued(new NotificationId("0000000a"), notice, END);

    String text = ModelText.of(Collections.nCopies(5, queued), 0).text();

    assertThat(text.split("Its workspace: /home/dev/.engine/data/outputs/0000000a", -1)).hasSize(6);
  }

  @Test
  void whyItFailedIsTold() {
    assertThat(WorkerNotices.outcome(running.after(failure("exit code 1"), null, END)))
        .contains(failed("failed", BODY + "\nWhy it failed: exit code 1"));
  }

  @Test
  void thatItWasCancelledIsToldAndNotTakenForItsOwnWords() {
    assertThat(WorkerNotices.outcome(pending.cancelled(END)))
        .contains(failed("was cancelled", BODY));
    assertThat(WorkerNotices.outcome(running.after(failure("cancelled"), null, END)))
        .contains(failed("failed", BODY + "\nWhy it failed: cancelled"));
  }

  @Test
  void whereNobodySaidWhatCameOfItNothingIsSaidOfThat() {
    assertThat(WorkerNotices.outcome(running.after(succeeded(" "), null, END)))
        .map(Notice::body)
        .contains(BODY);
    assertThat(WorkerNotices.outcome(in(new State.Complete(START, END, null))))
        .map(Notice::body)
        .contains(BODY);
  }

  @Test
  void theOutcomeOfAnotherRunIsAnotherNotice() {
    Worker again = complete.again(END).started(END).after(succeeded(""), null, END);

    assertThat(WorkerNotices.outcome(again)).map(notice -> notice.terms().generation()).contains(2);
  }

  @Test
  void itAsksThePersonInItsOwnName() {
    assertThat(WorkerNotices.appeal(running, "Which three?"))
        .isEqualTo(
            new Appeal(null, CHIEF, Urgency.HIGH, "research worker 0000000a asks: Which three?"));
  }

  @Test
  void itsOwnerIsToldWhatItAsks() {
    assertThat(WorkerNotices.asking(running, PING, "Which three?"))
        .contains(
            new Notice(
                CHIEF,
                NotificationType.WORKER_QUESTION,
                "0000000f",
                new Sender.FromWorker(pending.id()),
                "research worker 0000000a asks the person, and waits",
                BODY + "\nIt asks: Which three?",
                Terms.PLAIN.onlyIf(StillTrue.PING_OPEN)));
  }

  @Test
  void whileThereIsNoOutcomeNoneIsTold() {
    assertThat(Stream.of(pending, running, in(new State.Asking(PING))))
        .allSatisfy(worker -> assertThat(WorkerNotices.outcome(worker)).isEmpty());
  }

  @Test
  void withoutAnOwnerNobodyIsTold() {
    Worker unowned = pending(WorkOrder.of(new Task(Primitive.BUILD, "Build it.", null, null)));

    assertThat(WorkerNotices.outcome(unowned.cancelled(END))).isEmpty();
    assertThat(WorkerNotices.asking(unowned, PING, "Which three?")).isEmpty();
  }

  private static Notice failed(String outcome, String body) {
    return new Notice(
        CHIEF,
        NotificationType.WORKER_FAILED,
        "0000000a",
        new Sender.FromWorker(new WorkerId("0000000a")),
        "research worker 0000000a " + outcome,
        body,
        Terms.PLAIN.with(Urgency.HIGH).onlyIf(StillTrue.WORKER_FAILED));
  }

  private Worker in(State state) {
    return new Worker(
        pending.id(), pending.order(), pending.workspacePath(), NOON, pending.run(), state);
  }

  private static Worker pending(WorkOrder order) {
    return Worker.pending(new WorkerId("0000000a"), order, OUTPUTS, NOON);
  }
}
