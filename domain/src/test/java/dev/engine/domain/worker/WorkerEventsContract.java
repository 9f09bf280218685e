package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Workers} tell the journal. */
public interface WorkerEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

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
    Workers workers = storage.workers();

    var told = Told.by(storage, () -> workers.add(task, OUTPUTS, AT));
    WorkerId id = storage.workers().list(WorkerFilter.ALL, Page.FIRST).items().getFirst().id();

    assertThat(told).containsExactly(of(id, task, "worker.added", AT));
    assertThat(Told.by(storage, () -> workers.start(id, LATER), () -> workers.start(id, LATER)))
        .containsExactly(of(id, task, "worker.started", LATER));
    assertThat(Told.by(storage, () -> workers.complete(id, LATER), () -> workers.fail(id, LATER)))
        .startsWith(of(id, task, "worker.completed", LATER))
        .extracting(happening -> happening.kind().value())
        .containsExactly("worker.completed", "notification.queued");
  }

  @Test
  default void aWorkerThatFailsTellsOfThatAndOfTheNotice() {
    Storage storage = storage();
    Worker added = storage.workers().add(task("Into Greek."), OUTPUTS, AT);

    var told =
        Told.by(
            storage,
            () -> storage.workers().complete(added.id(), LATER),
            () -> storage.workers().fail(added.id(), LATER),
            () -> storage.workers().fail(added.id(), LATER));

    assertThat(told).startsWith(of(added.id(), added.task(), "worker.failed", LATER));
    assertThat(told)
        .extracting(happening -> happening.kind().value())
        .containsExactly("worker.failed", "notification.queued");
  }

  @Test
  default void anUnknownWorkerTellsNothing() {
    Storage storage = storage();
    WorkerId unknown = new WorkerId("0000beef");

    assertThat(
            Told.by(
                storage,
                () -> storage.workers().start(unknown, AT),
                () -> storage.workers().complete(unknown, AT),
                () -> storage.workers().fail(unknown, AT)))
        .isEmpty();
  }

  private static Happening of(WorkerId id, Task task, String kind, Instant at) {
    return new Happening(
        at,
        new EventKind(kind),
        task.owner(),
        task.parent(),
        new Subject(Subject.Kind.WORKER, id.value()),
        new Facts("{\"primitive\":\"%s\"}".formatted(task.primitive())));
  }
}
