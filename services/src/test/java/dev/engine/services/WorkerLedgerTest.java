package dev.engine.services;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.asked;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.finished;
import static dev.engine.domain.worker.WorkerExamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Input;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class WorkerLedgerTest {

  private static final Instant NOW = NOON.plusSeconds(60);
  private static final WorkerId UNKNOWN = new WorkerId("0000beef");
  private static final StatusText READING = new StatusText("reading");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Engine engine =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1));
  private final WorkerLedger workers = engine.workers();

  @Test
  void aWorkerIsFollowedFromItsOrderToItsAttempts() {
    Worker spawned = workers.spawn(order("Compare three queues."), OUTPUTS);
    Attempt attempt = claimed(storage, NOW).attempt();

    Worker reporting = workers.report(spawned.id(), READING);

    assertThat(spawned)
        .isEqualTo(Worker.pending(spawned.id(), order("Compare three queues."), OUTPUTS, NOW));
    assertThat(reporting).isEqualTo(spawned.started(NOW).reporting(READING));
    assertThat(workers.show(spawned.id())).isEqualTo(reporting);
    assertThat(workers.attempts(spawned.id(), Limit.DEFAULT)).containsExactly(attempt);
  }

  @Test
  void aWorkerIsOfTheConversationOfItsParentUnlessTheTaskNamesAnother() {
    Session parent = SessionExamples.stored(storage.sessions(), "a");
    WorkOrder unowned =
        WorkOrder.of(new Task(Primitive.BUILD, "Build it.", parent.id(), null)).withPriority(3);

    assertThat(workers.spawn(unowned, OUTPUTS).order())
        .isEqualTo(unowned.ownedBy(parent.conversation()));
    assertThat(workers.spawn(unowned.ownedBy(CHIEF), OUTPUTS).order())
        .isEqualTo(unowned.ownedBy(CHIEF));
  }

  @Test
  void aSecondOrderWithTheSameKeyGivesTheFirstWorker() {
    Worker first = workers.spawn(order("a").withDedupeKey("nightly"), OUTPUTS);

    Worker second = workers.spawn(order("b").withDedupeKey("nightly"), OUTPUTS);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void theAnswerOfThePersonLetsAWorkerGoOn() {
    Worker worker = workers.spawn(order("a"), OUTPUTS);
    claimed(storage, NOW);
    Ping ping = workers.ask(worker.id(), "Which three?");
    finished(storage, worker.id(), asked("Which three?"), NOW);

    engine.pings().answer(ping.id(), new Answer("These."));

    assertThat(claimed(storage, NOW).input())
        .isInstanceOfSatisfying(
            Input.Answer.class, answer -> assertThat(answer.text()).isEqualTo("These."));
  }

  @Test
  void aWorkerIsCancelledAndRunAgain() {
    Worker worker = workers.spawn(order("a"), OUTPUTS);

    Worker cancelled = workers.cancel(worker.id());
    Worker again = workers.retry(worker.id());
    claimed(storage, NOW);
    Worker unwanted = workers.cancel(worker.id());

    assertThat(cancelled).isEqualTo(worker.cancelled(NOW));
    assertThat(again).isEqualTo(cancelled.again(NOW));
    assertThat(unwanted).isEqualTo(again.started(NOW).unwanted(NOW));
  }

  @Test
  void aStepOutOfOrderIsAConflictThatSaysWhereItStands() {
    Worker pending = workers.spawn(order("a").withDedupeKey("nightly"), OUTPUTS);
    WorkerId id = pending.id();

    assertConflict(
        () -> workers.retry(id), "worker %s must be complete or failed, and is pending", id);
    assertConflict(() -> workers.ask(id, "Why?"), "worker %s must be running, and is pending", id);
    assertConflict(
        () -> workers.report(id, READING), "worker %s must be running, and is pending", id);
    workers.cancel(id);
    assertConflict(
        () -> workers.cancel(id), "worker %s must be pending or running, and is failed", id);
    WorkerId holder = workers.spawn(order("a").withDedupeKey("nightly"), OUTPUTS).id();
    assertConflict(
        () -> workers.retry(id),
        "worker %s has the dedupe key of worker %s, and is pending",
        holder,
        id);
  }

  @Test
  void whoHasAskedIsNotAskedForAgain() {
    Worker worker = workers.spawn(order("a"), OUTPUTS);
    claimed(storage, NOW);
    Ping ping = workers.ask(worker.id(), "Which?");

    assertConflict(
        () -> workers.ask(worker.id(), "Which?"),
        "worker %s has asked before, by ping %s, and has no answer yet",
        worker.id(),
        ping.id());
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> workers.ask(worker.id(), " "));
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    Task ofNobody = new Task(Primitive.BUILD, "Build it.", new SessionId("0000beef"), null);

    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> workers.spawn(WorkOrder.of(ofNobody), OUTPUTS));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> workers.spawn(order("a").dependingOn(UNKNOWN), OUTPUTS))
        .withMessage("no worker to depend on 0000beef");
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> workers.attempts(UNKNOWN, Limit.DEFAULT));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.cancel(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.retry(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.ask(UNKNOWN, "Why?"));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.report(UNKNOWN, READING));
  }

  private static void assertConflict(ThrowingCallable act, String message, Object... parts) {
    assertThatExceptionOfType(Conflict.class).isThrownBy(act).withMessage(message, parts);
  }
}
