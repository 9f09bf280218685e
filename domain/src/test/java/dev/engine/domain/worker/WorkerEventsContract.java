package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.asked;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.failed;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.finished;
import static dev.engine.domain.worker.WorkerExamples.order;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.testing.ScriptedRandom;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Workers} and their queue tell the journal. */
public interface WorkerEventsContract {

  Instant LATER = NOON.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aWorkerTellsOfEachStepToTheTimelinesOfOwnerAndParent() {
    Storage storage = storage();
    Session parent = SessionExamples.stored(storage.sessions(), "a");
    Task task = new Task(Primitive.BUILD, "Build it.", parent.id(), CHIEF);
    WorkerId id = spawned(storage, WorkOrder.of(task), NOON).id();
    AttemptId attempt = new AttemptId(id, 1);
    ProcessIdentity process = new ProcessIdentity(4_242, NOON);
    StatusText text = new StatusText("building");
    Usage usage = new Usage(new BigDecimal("0.0000015"), 12L);

    List<Happening> told =
        Told.by(
            storage,
            () -> claimed(storage, NOON),
            () -> storage.workerQueue().launched(attempt, process, LATER),
            () -> storage.workers().report(id, text, LATER),
            () -> storage.workers().report(id, text, LATER),
            () ->
                storage
                    .workerQueue()
                    .finish(attempt, new AttemptEnd.Succeeded("Built.", 0, usage), LATER));

    assertThat(told)
        .filteredOn(happening -> happening.kind().value().startsWith("worker."))
        .containsExactly(
            of(id, task, "worker.started", NOON, ",\"attempt\":1"),
            of(id, task, "worker.launched", LATER, ",\"attempt\":1,\"pid\":4242"),
            of(id, task, "worker.reported", LATER, ",\"text\":\"building\""),
            of(
                id,
                task,
                "worker.completed",
                LATER,
                ",\"attempt\":1,\"outcome\":\"complete\",\"costUsd\":\"0.000002\""));
    assertThat(kinds(told)).last().isEqualTo("notification.queued");
  }

  @Test
  default void aWorkerThatIsHandedOverTellsOfThat() {
    Storage storage = storage();
    Task task = order("a").task();

    List<Happening> told =
        Told.by(
            storage,
            () -> spawned(storage, order("a").withDedupeKey("a"), NOON),
            () ->
                storage
                    .workers()
                    .spawn(order("a").withDedupeKey("a"), WorkerExamples.OUTPUTS, NOON));

    assertThat(told).containsExactly(of(only(storage), task, "worker.added", NOON, ""));
  }

  @Test
  default void aWorkerThatFailsTwiceTellsOfBoth() {
    Storage storage = storage();
    WorkerId id = spawned(storage, order("a").triedAtMost(2), NOON).id();
    claimed(storage, NOON);

    List<Happening> told =
        Told.by(
            storage,
            () -> finished(storage, id, failure("no network"), NOON),
            () -> claimed(storage, NOON.plusSeconds(10)),
            () -> failed(storage, id, NOON.plusSeconds(11)),
            () -> storage.workers().retry(id, NOON.plusSeconds(12)));

    assertThat(kinds(told))
        .containsExactly(
            "worker.attempt_failed",
            "worker.started",
            "worker.failed",
            "notification.queued",
            "worker.retried");
    assertThat(told.getLast().facts().find("generation")).contains("2");
  }

  @Test
  default void aQuestionAndItsAnswerAreTold() {
    Storage storage = storage();
    WorkerId id = spawned(storage, "a", NOON).id();
    claimed(storage, NOON);

    List<Happening> asking = Told.by(storage, () -> finished(storage, id, asked("Which?"), LATER));
    PingId ping = storage.pings().list(PingFilter.OPEN, Page.FIRST).items().getFirst().id();
    List<Happening> answering =
        Told.by(storage, () -> storage.pings().answer(ping, new Answer("These."), LATER));

    assertThat(kinds(asking))
        .containsExactly("ping.sent", "worker.asked", "notification.queued", "worker.paused");
    assertThat(asking.get(1).facts().find("pingId")).contains(ping.value());
    assertThat(kinds(answering))
        .containsExactly("ping.answered", "notification.queued", "worker.answered");
  }

  @Test
  default void cancellingIsTold() {
    Storage storage = storage();
    WorkerId pending = spawned(storage, "a", NOON).id();
    WorkerId running = spawned(storage, order("b").withPriority(1), NOON).id();
    claimed(storage, NOON);

    List<Happening> told =
        Told.by(
            storage,
            () -> storage.workers().cancel(pending, LATER),
            () -> storage.workers().cancel(running, LATER),
            () -> storage.workers().cancel(running, LATER),
            () -> finished(storage, running, new AttemptEnd.Cancelled(), LATER),
            () -> storage.workers().cancel(running, LATER));

    assertThat(kinds(told))
        .containsExactly(
            "worker.cancelled",
            "notification.queued",
            "worker.cancel_requested",
            "worker.cancelled",
            "notification.queued");
  }

  @Test
  default void beingReclaimedIsTold() {
    Storage storage = storage();
    WorkerId id = spawned(storage, "a", NOON).id();
    claimed(storage, NOON);

    List<Happening> told =
        Told.by(storage, () -> finished(storage, id, new AttemptEnd.Reclaimed(), LATER));

    assertThat(kinds(told)).containsExactly("worker.reclaimed");
  }

  @Test
  default void beingPutOffIsToldWithItsTime() {
    Storage storage = storage();
    Task task = order("a").task();
    WorkerId id = spawned(storage, "a", NOON).id();
    claimed(storage, NOON);

    List<Happening> told =
        Told.by(
            storage,
            () ->
                finished(
                    storage, id, new AttemptEnd.PutOff("no memory", LATER.plusSeconds(10)), LATER));

    assertThat(told)
        .containsExactly(
            of(
                id,
                task,
                "worker.reclaimed",
                LATER,
                ",\"attempt\":1,\"outcome\":\"reclaimed\",\"notBefore\":\"2026-01-05T12:00:11Z\""));
  }

  @Test
  default void oneThatIsReclaimedWithAQuestionOpenWaitsForNoTime() {
    Storage storage = storage();
    WorkerId id = spawned(storage, "a", NOON).id();
    claimed(storage, NOON);
    storage.workers().ask(id, "Which?", NOON);

    List<Happening> told =
        Told.by(
            storage, () -> finished(storage, id, new AttemptEnd.PutOff("no memory", LATER), NOON));

    assertThat(told.getFirst().facts().find("notBefore")).isEmpty();
  }

  @Test
  default void whatChangesNothingTellsNothing() {
    Storage storage = storage();
    WorkerId unknown = new WorkerId("0000beef");
    spawned(storage, order("a").after(LATER), NOON);

    assertThat(
            Told.by(
                storage,
                () ->
                    storage
                        .workerQueue()
                        .claim(WorkerExamples.ANY, WorkerQueueContract.FRESH, NOON),
                () -> storage.workers().cancel(unknown, NOON),
                () -> storage.workers().retry(unknown, NOON),
                () -> storage.workers().retry(only(storage), NOON),
                () -> storage.workers().ask(only(storage), "Why?", NOON)))
        .isEmpty();
  }

  private static WorkerId only(Storage storage) {
    return storage.workers().list(WorkerFilter.ALL, Page.FIRST).items().getFirst().id();
  }

  private static List<String> kinds(List<Happening> told) {
    return told.stream().map(happening -> happening.kind().value()).toList();
  }

  private static Happening of(WorkerId id, Task task, String kind, Instant at, String more) {
    return new Happening(
        at,
        new EventKind(kind),
        task.owner(),
        task.parent(),
        new Subject(Subject.Kind.WORKER, id.value()),
        new Facts("{\"primitive\":\"%s\"%s}".formatted(task.primitive(), more)));
  }
}
