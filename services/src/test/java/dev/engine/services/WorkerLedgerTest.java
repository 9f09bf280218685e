package dev.engine.services;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class WorkerLedgerTest {

  private static final Instant NOW = NOON.plusSeconds(60);
  private static final WorkerId UNKNOWN = new WorkerId("0000beef");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final WorkerLedger workers =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1)).workers();

  @Test
  void aWorkerIsFollowedFromItsTaskToItsOutcome() {
    Worker added = workers.add(task("Compare three queues."), OUTPUTS);
    workers.start(added.id());

    Worker complete = workers.complete(added.id());

    assertThat(added).isEqualTo(Worker.pending(added.id(), added.task(), OUTPUTS, NOW));
    assertThat(complete).isEqualTo(added.started(NOW).completed(NOW));
    assertThat(workers.show(added.id())).isEqualTo(complete);
  }

  @Test
  void aWorkerIsOfTheConversationOfItsParentUnlessTheTaskNamesAnother() {
    Session parent = SessionExamples.stored(storage.sessions(), "a");
    Task unowned = new Task(Primitive.BUILD, "Build it.", parent.id(), null);

    assertThat(workers.add(unowned, OUTPUTS).task())
        .isEqualTo(unowned.ownedBy(parent.conversation()));
    assertThat(workers.add(unowned.ownedBy(CHIEF), OUTPUTS).task())
        .isEqualTo(unowned.ownedBy(CHIEF));
  }

  @Test
  void aStepOutOfOrderIsAConflictThatSaysWhereItStands() {
    Worker added = workers.add(task("Compare three queues."), OUTPUTS);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> workers.complete(added.id()))
        .withMessage("worker %s must be running, and is pending", added.id());
    assertThat(workers.fail(added.id())).isEqualTo(added.failed(NOW));
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> workers.start(added.id()));
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> workers.fail(added.id()))
        .withMessage("worker %s must be pending or running, and is failed", added.id());
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    Task ofNobody = new Task(Primitive.BUILD, "Build it.", new SessionId("0000beef"), null);

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.add(ofNobody, OUTPUTS));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.start(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.complete(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> workers.fail(UNKNOWN));
  }
}
