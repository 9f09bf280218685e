package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Workers} promises. */
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
  default void anAddedWorkerIsPending() {
    Storage storage = storage();
    Session parent = SessionExamples.stored(storage.sessions(), "a");
    Task task = new Task(new Primitive("translate"), "Into Greek.", parent.id(), CHIEF);

    Worker added = storage.workers().add(task, OUTPUTS, NOON);

    assertThat(added).isEqualTo(Worker.pending(added.id(), task, OUTPUTS, NOON));
    assertThat(storage.workers().find(added.id())).contains(added);
  }

  @Test
  default void aTaskOfAnUnknownSessionIsRefused() {
    Workers workers = storage().workers();
    Task task = new Task(Primitive.BUILD, "Build it.", new SessionId("0000beef"), CHIEF);

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> workers.add(task, OUTPUTS, NOON));
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Workers workers = storage(new ScriptedRandom(1, 1, 2)).workers();

    Worker first = workers.add(task("a"), OUTPUTS, NOON);
    Worker second = workers.add(task("b"), OUTPUTS, NOON);

    assertThat(first.id()).isEqualTo(new WorkerId("00000001"));
    assertThat(second)
        .isEqualTo(Worker.pending(new WorkerId("00000002"), task("b"), OUTPUTS, NOON));
  }

  @Test
  default void aPendingWorkerStartsOnce() {
    Workers workers = storage().workers();
    Worker added = workers.add(task("a"), OUTPUTS, NOON);

    Starting first = workers.start(added.id(), START);
    Starting second = workers.start(added.id(), END);

    Worker running = added.started(START);
    assertThat(first).isEqualTo(new Starting.StartedNow(running));
    assertThat(second).isEqualTo(new Starting.NotPending(running));
    assertThat(workers.find(added.id())).contains(running);
  }

  @Test
  default void aCompletedWorkerTellsItsOwner() {
    Storage storage = storage();
    Worker running = running(storage);

    Completing completing = storage.workers().complete(running.id(), END);

    Worker complete = running.completed(END);
    assertThat(completing).isEqualTo(new Completing.CompletedNow(complete));
    assertThat(storage.workers().find(running.id())).contains(complete);
    assertThat(notices(storage)).containsExactly(complete.outcomeNotice().orElseThrow());
  }

  @Test
  default void aFailedWorkerTellsItsOwner() {
    Storage storage = storage();
    Worker running = running(storage);

    Failing failing = storage.workers().fail(running.id(), END);

    Worker failed = running.failed(END);
    assertThat(failing).isEqualTo(new Failing.FailedNow(failed));
    assertThat(storage.workers().find(running.id())).contains(failed);
    assertThat(notices(storage)).containsExactly(failed.outcomeNotice().orElseThrow());
  }

  @Test
  default void aWorkerThatNeverStartedFailsToo() {
    Workers workers = storage().workers();
    Worker added = workers.add(task("a"), OUTPUTS, NOON);

    Failing failing = workers.fail(added.id(), END);

    assertThat(failing).isEqualTo(new Failing.FailedNow(added.failed(END)));
    assertThat(workers.find(added.id())).contains(added.failed(END));
  }

  @Test
  default void aWorkerThatNeverStartedIsNotCompleted() {
    Storage storage = storage();
    Worker added = storage.workers().add(task("a"), OUTPUTS, NOON);

    Completing completing = storage.workers().complete(added.id(), END);

    assertThat(completing).isEqualTo(new Completing.NotRunning(added));
    assertThat(notices(storage)).isEmpty();
  }

  @Test
  default void theFirstOutcomeStandsAndIsToldOnce() {
    Storage storage = storage();
    Worker complete = running(storage).completed(END);
    storage.workers().complete(complete.id(), END);

    Failing failing = storage.workers().fail(complete.id(), END.plusSeconds(1));
    Completing completing = storage.workers().complete(complete.id(), END.plusSeconds(1));

    assertThat(failing).isEqualTo(new Failing.FinishedBefore(complete));
    assertThat(completing).isEqualTo(new Completing.NotRunning(complete));
    assertThat(notices(storage)).hasSize(1);
  }

  @Test
  default void aWorkerWithoutAnOwnerTellsNobody() {
    Storage storage = storage();
    Task nobodys = new Task(Primitive.BUILD, "Build it.", null, null);
    Worker added = storage.workers().add(nobodys, OUTPUTS, NOON);

    Failing failing = storage.workers().fail(added.id(), END);

    assertThat(failing).isEqualTo(new Failing.FailedNow(added.failed(END)));
    assertThat(notices(storage)).isEmpty();
  }

  @Test
  default void anUnknownWorkerIsSaidToBeUnknown() {
    Workers workers = storage().workers();

    assertThat(workers.find(UNKNOWN)).isEmpty();
    assertThat(workers.start(UNKNOWN, NOON)).isEqualTo(new Starting.NoSuchWorker(UNKNOWN));
    assertThat(workers.complete(UNKNOWN, NOON)).isEqualTo(new Completing.NoSuchWorker(UNKNOWN));
    assertThat(workers.fail(UNKNOWN, NOON)).isEqualTo(new Failing.NoSuchWorker(UNKNOWN));
  }

  @Test
  default void listsGiveTheNewestFirstAndOnlyWhatIsAskedFor() {
    Storage storage = storage();
    Workers workers = storage.workers();
    SessionId parent = SessionExamples.stored(storage.sessions(), "a").id();
    Worker oldest = workers.add(task("a"), OUTPUTS, NOON);
    Worker child =
        workers.add(new Task(Primitive.BUILD, "b", parent, null), OUTPUTS, NOON.plusSeconds(1));
    Worker failed = workers.add(task("c"), OUTPUTS, NOON.plusSeconds(2)).failed(END);
    workers.fail(failed.id(), END);

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
    Workers workers = storage().workers();
    for (int i = 0; i < 5; i++) {
      workers.add(task("a"), OUTPUTS, NOON.plusSeconds(i / 2));
    }

    PagedList<Worker> list = page -> workers.list(WorkerFilter.ALL, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> workers.add(task("a"), OUTPUTS, END));
  }

  private static Worker running(Storage storage) {
    Worker added = storage.workers().add(task("Compare three queues."), OUTPUTS, NOON);
    storage.workers().start(added.id(), START);
    return added.started(START);
  }

  private static List<Notice> notices(Storage storage) {
    return storage.notifications().list(NotificationFilter.ALL, Page.FIRST).items().stream()
        .map(Notification::notice)
        .toList();
  }
}
