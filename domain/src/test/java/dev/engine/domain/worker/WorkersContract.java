package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.completed;
import static dev.engine.domain.worker.WorkerExamples.failed;
import static dev.engine.domain.worker.WorkerExamples.failing;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.finished;
import static dev.engine.domain.worker.WorkerExamples.order;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static dev.engine.domain.worker.WorkerExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Workers} promise. */
public interface WorkersContract {

  Instant START = NOON.plusSeconds(1);
  Instant END = NOON.plusSeconds(60);
  WorkerId UNKNOWN = new WorkerId("0000beef");

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aSpawnedWorkerIsPendingAndKeepsItsOrder() {
    Storage storage = storage();
    Session parent = SessionExamples.stored(storage.sessions(), "a");
    WorkerId first = spawned(storage, "a", NOON).id();
    WorkerId second = spawned(storage, "b", NOON).id();
    Task task = new Task(new Primitive("translate"), "Into Greek.", parent.id(), CHIEF);
    WorkOrder order =
        WorkOrder.of(task)
            .withPriority(-7)
            .withDedupeKey("greek")
            .dependingOn(first, second)
            .after(END)
            .triedAtMost(3)
            .within(Duration.ofMinutes(5));

    Worker added = spawned(storage, order, NOON);

    assertThat(added).isEqualTo(Worker.pending(added.id(), order, OUTPUTS, NOON));
    assertThat(storage.workers().find(added.id())).contains(added);
  }

  @Test
  default void aTaskOfAnUnknownSessionIsRefused() {
    Workers workers = storage().workers();
    Task task = new Task(Primitive.BUILD, "Build it.", new SessionId("0000beef"), CHIEF);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> workers.spawn(WorkOrder.of(task), OUTPUTS, NOON));
    assertThat(workers.list(WorkerFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  default void aDependencyMustExist() {
    Storage storage = storage();
    WorkerId known = spawned(storage, "a", NOON).id();

    Spawning spawning =
        storage.workers().spawn(order("b").dependingOn(known, UNKNOWN), OUTPUTS, NOON);

    assertThat(spawning).isEqualTo(new Spawning.NoSuchDependency(UNKNOWN));
    assertThat(storage.workers().list(WorkerFilter.ALL, Page.FIRST).items()).hasSize(1);
  }

  @Test
  default void aDedupeKeyMakesOneWorkerWhileThatIsPendingOrRunning() {
    Storage storage = storage();
    WorkOrder order = order("a").withDedupeKey("nightly");
    Worker first = spawned(storage, order, NOON);

    assertThat(storage.workers().spawn(order, OUTPUTS, START))
        .isEqualTo(new Spawning.SpawnedBefore(first));
    Worker running = claimed(storage, START).worker();
    assertThat(storage.workers().spawn(order, OUTPUTS, START))
        .isEqualTo(new Spawning.SpawnedBefore(running));
    completed(storage, first.id(), END);
    assertThat(storage.workers().spawn(order, OUTPUTS, END)).isInstanceOf(Spawning.Spawned.class);
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Storage storage = storage(new ScriptedRandom(1, 1, 2));

    Worker first = spawned(storage, "a", NOON);
    Worker second = spawned(storage, "b", NOON);

    assertThat(first.id()).isEqualTo(new WorkerId("00000001"));
    assertThat(second)
        .isEqualTo(Worker.pending(new WorkerId("00000002"), order("b"), OUTPUTS, NOON));
  }

  @Test
  default void aPendingWorkerIsCancelledAtOnceAndTellsItsOwner() {
    Storage storage = storage();
    Worker pending = spawned(storage, "a", NOON);

    Cancelling cancelling = storage.workers().cancel(pending.id(), END);
    Cancelling again = storage.workers().cancel(pending.id(), END.plusSeconds(1));

    Worker cancelled = pending.cancelled(END);
    assertThat(cancelling).isEqualTo(new Cancelling.CancelledNow(cancelled));
    assertThat(again).isEqualTo(new Cancelling.FinishedBefore(cancelled));
    assertThat(storage.workers().find(pending.id())).contains(cancelled);
    assertThat(notices(storage)).containsExactly(WorkerNotices.outcome(cancelled).orElseThrow());
  }

  @Test
  default void aWorkerWhoseLastWordIsCancelledHasFailedAndTellsItsOwnerWhy() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    Worker running = claimed(storage, START).worker();

    finished(storage, running.id(), failure("cancelled"), END);

    Worker failed = storage.workers().find(running.id()).orElseThrow();
    assertThat(failed.state()).isEqualTo(new Worker.State.Failed(START, END, "cancelled"));
    assertThat(notices(storage))
        .extracting(Notice::title, notice -> notice.body().lines().toList().getLast())
        .containsExactly(
            tuple("research worker %s failed".formatted(running.id()), "Why it failed: cancelled"));
  }

  @Test
  default void aWorkerAtWorkIsToBeCancelledSinceTheFirstRequest() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    Worker running = claimed(storage, START).worker();

    Cancelling first = storage.workers().cancel(running.id(), END);
    Cancelling second = storage.workers().cancel(running.id(), END.plusSeconds(1));

    Worker unwanted = running.unwanted(END);
    assertThat(first).isEqualTo(new Cancelling.Requested(unwanted));
    assertThat(second).isEqualTo(new Cancelling.Requested(unwanted));
    assertThat(storage.workers().find(running.id())).contains(unwanted);
    assertThat(notices(storage)).isEmpty();
  }

  @Test
  default void aQuestionOfACancelledWorkerWaitsNoMore() {
    Storage storage = storage();
    Ping question = asking(storage);
    WorkerId id = storage.workers().list(WorkerFilter.ALL, Page.FIRST).items().getFirst().id();

    storage.workers().cancel(id, END.plusSeconds(1));

    assertThat(storage.pings().find(question.id()))
        .contains(question.acknowledged(END.plusSeconds(1)));
  }

  @Test
  default void whoWaitsForAnAnswerIsListedUntilItComes() {
    Storage storage = storage();
    List<Ping> questions = new ArrayList<>();
    for (int second = 0; second < 3; second++) {
      spawned(storage, "a", NOON.plusSeconds(second));
      WorkerId id = claimed(storage, START.plusSeconds(second)).worker().id();
      questions.add(((Asking.AskedNow) storage.workers().ask(id, "Which?", END)).ping());
      finished(storage, id, succeeded("I have asked."), END);
    }
    spawned(storage, "b", NOON);

    storage.pings().acknowledge(questions.getFirst().id(), END);
    storage.pings().answer(questions.getLast().id(), new Answer("That one."), END);

    assertThat(storage.workers().asking(Limit.DEFAULT))
        .extracting(Worker::state)
        .containsExactly(
            new Worker.State.Asking(questions.get(0).id()),
            new Worker.State.Asking(questions.get(1).id()));
    assertThat(storage.workers().asking(new Limit(1))).hasSize(1);
  }

  @Test
  default void aFinishedWorkerRunsAgainInTheNextGeneration() {
    Storage storage = storage();
    Worker failed = failing(storage, "a", START);

    Retrying retrying = storage.workers().retry(failed.id(), END);
    Retrying again = storage.workers().retry(failed.id(), END);

    Worker pending = failed.again(END);
    assertThat(retrying).isEqualTo(new Retrying.RetriedNow(pending));
    assertThat(again).isEqualTo(new Retrying.NotFinished(pending));
    assertThat(storage.workers().find(failed.id())).contains(pending);
    assertThat(claimed(storage, END).attempt().id()).isEqualTo(new AttemptId(failed.id(), 2));
  }

  @Test
  default void eachRunTellsItsOutcome() {
    Storage storage = storage();
    Worker first = failing(storage, "a", START);
    storage.workers().retry(first.id(), END);
    claimed(storage, END);

    Worker second = failed(storage, first.id(), END);

    assertThat(notices(storage))
        .containsExactlyInAnyOrder(
            WorkerNotices.outcome(first).orElseThrow(),
            WorkerNotices.outcome(second).orElseThrow());
  }

  @Test
  default void aWorkerDoesNotRunAgainBesideAnotherWithItsKey() {
    Storage storage = storage();
    WorkOrder order = order("a").withDedupeKey("nightly");
    WorkerId first = spawned(storage, order, NOON).id();
    storage.workers().cancel(first, NOON);
    Worker second = spawned(storage, order, START);

    Retrying retrying = storage.workers().retry(first, END);

    assertThat(retrying).isEqualTo(new Retrying.KeyTaken(second));
    assertThat(storage.workers().find(first)).map(Worker::status).contains(WorkerStatus.FAILED);
  }

  @Test
  default void aWorkerAtWorkAsksThePersonAndTellsItsOwner() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    Worker running = claimed(storage, START).worker();

    Asking asking = storage.workers().ask(running.id(), "Which three?", END);
    Asking again = storage.workers().ask(running.id(), "Which three?", END);

    Ping ping = storage.pings().list(PingFilter.OPEN, Page.FIRST).items().getFirst();
    assertThat(ping)
        .isEqualTo(Ping.sent(ping.id(), WorkerNotices.appeal(running, "Which three?"), END));
    assertThat(asking).isEqualTo(new Asking.AskedNow(running, ping));
    assertThat(again).isEqualTo(new Asking.AskedBefore(running, ping.id()));
    assertThat(storage.workers().find(running.id())).contains(running);
    assertThat(notices(storage))
        .containsExactly(WorkerNotices.asking(running, ping.id(), "Which three?").orElseThrow());
  }

  @Test
  default void aWorkerAtWorkSaysWhatItDoes() {
    Storage storage = storage();
    Worker pending = spawned(storage, "a", NOON);
    StatusText text = new StatusText("reading the second paper");

    Reporting early = storage.workers().report(pending.id(), text, NOON);
    Worker running = claimed(storage, START).worker();
    Reporting reporting = storage.workers().report(pending.id(), text, END);

    assertThat(early).isEqualTo(new Reporting.NotRunning(pending));
    assertThat(reporting).isEqualTo(new Reporting.Reported(running.reporting(text)));
    assertThat(storage.workers().find(pending.id())).contains(running.reporting(text));
  }

  @Test
  default void whoIsNotAtWorkAsksNothing() {
    Storage storage = storage();
    Worker pending = spawned(storage, "a", NOON);

    assertThat(storage.workers().ask(pending.id(), "Why?", NOON))
        .isEqualTo(new Asking.NotRunning(pending));
    assertThat(notices(storage)).isEmpty();
  }

  @Test
  default void anUnknownWorkerIsSaidToBeUnknown() {
    Workers workers = storage().workers();

    assertThat(workers.find(UNKNOWN)).isEmpty();
    assertThat(workers.cancel(UNKNOWN, NOON)).isEqualTo(new Cancelling.NoSuchWorker(UNKNOWN));
    assertThat(workers.retry(UNKNOWN, NOON)).isEqualTo(new Retrying.NoSuchWorker(UNKNOWN));
    assertThat(workers.ask(UNKNOWN, "Why?", NOON)).isEqualTo(new Asking.NoSuchWorker(UNKNOWN));
    assertThat(workers.report(UNKNOWN, new StatusText("reading"), NOON))
        .isEqualTo(new Reporting.NoSuchWorker(UNKNOWN));
  }

  @Test
  default void listsGiveTheNewestFirstAndOnlyWhatIsAskedFor() {
    Storage storage = storage();
    Workers workers = storage.workers();
    SessionId parent = SessionExamples.stored(storage.sessions(), "a").id();
    Worker oldest = spawned(storage, "a", NOON);
    Worker child =
        spawned(
            storage,
            WorkOrder.of(new Task(Primitive.BUILD, "b", parent, null)).dependingOn(oldest.id()),
            NOON.plusSeconds(1));
    Worker failed = failing(storage, "c", NOON.plusSeconds(2));

    assertThat(workers.list(WorkerFilter.ALL, Page.FIRST).items())
        .containsExactly(failed, child, oldest);
    assertThat(workers.list(WorkerFilter.ALL, Page.first(new Limit(2))).items())
        .containsExactly(failed, child);
    assertThat(workers.list(WorkerFilter.FAILED, Page.FIRST).items()).containsExactly(failed);
    assertThat(workers.list(new WorkerFilter(null, CHIEF, null), Page.FIRST).items())
        .containsExactly(failed, oldest);
    assertThat(workers.list(new WorkerFilter(null, null, parent), Page.FIRST).items())
        .containsExactly(child);
    assertThat(
            workers.list(new WorkerFilter(WorkerStatus.PENDING, CHIEF, null), Page.FIRST).items())
        .containsExactly(oldest);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Storage storage = storage();
    for (int i = 0; i < 5; i++) {
      spawned(storage, "a", NOON.plusSeconds(i / 2));
    }

    PagedList<Worker> list = page -> storage.workers().list(WorkerFilter.ALL, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> spawned(storage, "a", END));
  }

  /** What the only worker asked, which waits for the answer. */
  private static Ping asking(Storage storage) {
    spawned(storage, "a", NOON);
    WorkerId id = claimed(storage, START).worker().id();
    Ping ping = ((Asking.AskedNow) storage.workers().ask(id, "Which?", END)).ping();
    finished(storage, id, succeeded("I have asked."), END);
    return ping;
  }

  private static List<Notice> notices(Storage storage) {
    return storage.notifications().list(NotificationFilter.ALL, Page.FIRST).items().stream()
        .map(Notification::notice)
        .toList();
  }
}
