package dev.engine.services.why;

import static dev.engine.domain.worker.WorkerExamples.asked;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.completed;
import static dev.engine.domain.worker.WorkerExamples.failed;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.finished;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static dev.engine.services.why.Fleet.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.WorkerId;
import org.junit.jupiter.api.Test;

/** What a worker is said to wait for, or to have come to. */
final class WhyWorkerTest {

  private static final WorkOrder ORDER =
      WorkOrder.of(new Task(Primitive.RESEARCH, "Compare three queues.", null, null));

  private final Fleet fleet = new Fleet();

  @Test
  void itWaitsBehindOthers() {
    worker("A", ORDER);
    claimed(fleet.storage, at(1));
    worker("B", ORDER.withPriority(5));
    worker("C", ORDER.withPriority(1));
    WorkerId worker = worker("W", ORDER);

    assertThat(headline(worker, 5))
        .isEqualTo(
            "waits for its turn behind 2 others; 1 worker is at work, and it begins when there is"
                + " room");
  }

  @Test
  void itIsTheNextOnceThereIsRoom() {
    worker("A", ORDER);
    worker("B", ORDER);
    claimed(fleet.storage, at(1));
    claimed(fleet.storage, at(1));
    WorkerId worker = worker("W", ORDER);

    assertThat(headline(worker, 5))
        .isEqualTo("is the next in line; 2 workers are at work, and it begins when there is room");
  }

  @Test
  void itMayNotBeginYet() {
    WorkerId worker = worker("W", ORDER.after(at(30)));

    assertThat(headline(worker, 5)).isEqualTo("may not begin before 2026-01-05T12:30:00Z");
  }

  @Test
  void itDependsOnOthersThatAreNotComplete() {
    WorkerId running = worker("A", ORDER);
    claimed(fleet.storage, at(1));
    WorkerId failed = worker("B", ORDER.withPriority(1));
    claimed(fleet.storage, at(2));
    failed(fleet.storage, failed, at(3));
    WorkerId complete = worker("C", ORDER);
    claimed(fleet.storage, at(3));
    completed(fleet.storage, complete, at(4));
    WorkerId worker = worker("W", ORDER.dependingOn(running, failed, complete));
    WorkerId other = worker("X", ORDER.dependingOn(running));

    assertThat(fleet.why(worker, 5))
        .isEqualTo(
            """
            worker W depends on worker B, which failed: "exit code 1", and on 1 more
              since 12:01
              12:01* was given to do for nobody: "Compare three queues."
              > engine why B # what the one it depends on waits for, or came to
              > engine worker show W # what it was told, and its folder
            """);
    assertThat(headline(other, 5)).isEqualTo("depends on worker A, which is at work");
  }

  @Test
  void itIsTriedAgainAfterAPause() {
    WorkerId worker = worker("W", ORDER.triedAtMost(3));
    claimed(fleet.storage, at(2));
    finished(fleet.storage, worker, failure("no network"), at(3));

    assertThat(fleet.why(worker, 3))
        .isEqualTo(
            """
            worker W is tried again at 2026-01-05T12:03:10Z: its attempt failed
              since 12:03
              12:01* was given to do for nobody: "Compare three queues."
              12:02* was started
              12:03* attempt 1 failed: "no network"
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void itAskedThePerson() {
    WorkerId worker = worker("W", ORDER);
    claimed(fleet.storage, at(2));
    finished(fleet.storage, worker, asked("Which three?"), at(3));
    PingId ping = ping();

    assertThat(fleet.why(worker, 5))
        .isEqualTo(
            """
            worker W asked the person at 2026-01-05T12:03:00Z, and waits for the answer: "research worker W asks: Which three?"
              since 12:03
              12:01* was given to do for nobody: "Compare three queues."
              12:02* was started
              12:03* asked the person, by ping P
              12:03* stopped, to wait for the answer
              > engine ping answer P TEXT # answer it, and it goes on
              > engine worker show W # what it was told, and its folder
            """);
    fleet.storage.pings().answer(ping, new Answer("These."), at(6));
    claimed(fleet.storage, at(7));
    assertThat(fleet.why(worker, 8))
        .isEqualTo(
            """
            worker W is at work
              since 12:07
              12:01* was given to do for nobody: "Compare three queues."
              12:02* was started
              12:03* asked the person, by ping P
              12:03* stopped, to wait for the answer
              12:06* can go on: ping P was answered
              12:07* was started, attempt 2
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void itIsAtWorkAndThenToBeEnded() {
    WorkerId worker = worker("W", ORDER);
    claimed(fleet.storage, at(2));
    AttemptId attempt = new AttemptId(worker, 1);
    fleet.storage.workerQueue().launched(attempt, new ProcessIdentity(4_242, at(2)), at(2));
    fleet.storage.workers().report(worker, new StatusText("reading"), at(3));

    assertThat(headline(worker, 3)).isEqualTo("is at work: \"reading\"");
    fleet.storage.workers().cancel(worker, at(4));
    assertThat(fleet.why(worker, 5))
        .isEqualTo(
            """
            worker W is at work, and is to be ended
              since 12:02
              12:01* was given to do for nobody: "Compare three queues."
              12:02* was started
              12:02* runs as process 4242
              12:03* said "reading"
              12:04* was to be ended, by engine
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void itCouldNotBegin() {
    WorkerId worker = worker("W", ORDER);
    claimed(fleet.storage, at(2));
    finished(
        fleet.storage, worker, new AttemptEnd.PutOff("command not found: claude", at(4)), at(3));

    assertThat(fleet.why(worker, 3))
        .isEqualTo(
            """
            worker W may not begin before 2026-01-05T12:04:00Z
              since 12:03
              12:01* was given to do for nobody: "Compare three queues."
              12:02* was started
              12:03* attempt 1 could not begin: "command not found: claude", which does not count as tried
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void itWasLostAndThenRunAgain() {
    WorkerId worker = worker("W", ORDER);
    claimed(fleet.storage, at(2));
    finished(fleet.storage, worker, new AttemptEnd.Reclaimed(), at(3));
    claimed(fleet.storage, at(4));
    finished(fleet.storage, worker, new AttemptEnd.TimedOut(), at(5));
    fleet.storage.workers().retry(worker, at(6));

    assertThat(fleet.why(worker, 7))
        .isEqualTo(
            """
            worker W is the next in line; nothing is at work: an engine that serves begins it
              since 12:06
              12:01* was given to do for nobody: "Compare three queues."
              12:02* was started
              12:03* attempt 1 was lost, which does not count as tried
              12:04* was started, attempt 2
              12:05* failed: "it took longer than it may"
              12:06* was to be run again, by engine
              > engine worker show W # what it was told, and its folder
            """);
  }

  private WorkerId worker(String name, WorkOrder order) {
    return fleet.called(name, spawned(fleet.storage, order, at(1)).id());
  }

  private PingId ping() {
    return fleet.called(
        "P", fleet.storage.pings().list(PingFilter.OPEN, Page.FIRST).items().getFirst().id());
  }

  private String headline(WorkerId worker, int minutes) {
    String first = fleet.why(worker, minutes).lines().findFirst().orElseThrow();
    return first.substring("worker W ".length());
  }
}
