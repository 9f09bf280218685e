package dev.engine.services.worker;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.host.WorkerPrograms.Rest;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is left of programs when clocks are set and stores are restored. */
final class WorkerRemainsTest {

  private final SimulatedPrograms machine = new SimulatedPrograms(NOON);
  private final Storage storage = sameStore();

  @Test
  void whatAProgramLeavesBehindEndsAlthoughTheClockIsSetBack() {
    AttemptId attempt = first(spawned(storage, "x", NOON));
    WorkerRunner runner = engine(storage);
    runner.run();
    machine.end(attempt, new Look.Ended(0, Rest.SOME, Promise.NOTHING));
    runner.run();

    machine.setClock(NOON.minus(Duration.ofDays(1)));
    runner.run();

    assertThat(machine.isAnyLeft(attempt)).isFalse();
  }

  @Test
  void nothingBeginsWhileSomethingOfAnotherPastIsLeft() {
    AttemptId attempt = first(spawned(storage, "x", NOON));
    engine(storage).run();
    machine.linger(attempt);
    Storage restored = sameStore();
    Worker again = spawned(restored, "x", NOON);
    WorkerRunner runner = engine(restored);

    runner.run();
    WorkerStatus atFirst = status(restored, again);
    machine.pass(Duration.ofMillis(250));
    runner.run();

    assertThat(first(again)).isEqualTo(attempt);
    assertThat(atFirst).isEqualTo(WorkerStatus.PENDING);
    assertThat(status(restored, again)).isEqualTo(WorkerStatus.RUNNING);
    assertThat(machine.log()).endsWith("KILL " + attempt, "start " + attempt);
  }

  @Test
  void whatCannotBeKilledHoldsNobodyUpForLong() {
    AttemptId attempt = first(spawned(storage, "x", NOON));
    engine(storage).run();
    machine.linger(attempt);
    Storage restored = new InMemoryStorage(new SplittableRandom(8));
    Worker other = spawned(restored, "x", NOON);
    WorkerRunner runner = engine(restored);
    runner.run();

    machine.setClock(NOON.plusSeconds(10));
    runner.run();

    assertThat(machine.isAnyLeft(attempt)).isTrue();
    assertThat(status(restored, other)).isEqualTo(WorkerStatus.RUNNING);
  }

  /** It gives the same ids each time, as a store does that is restored. */
  private static Storage sameStore() {
    return new InMemoryStorage(new SplittableRandom(7));
  }

  private WorkerRunner engine(Storage store) {
    CommandTemplate program = new CommandTemplate(List.of("program"));
    WorkerProfile profile = new WorkerProfile(program, program, 4, null, Set.of());
    return new WorkerRunner(
        store,
        new WorkerRunner.Machine(machine, machine, machine),
        new WorkerRunner.Setting(
            new WorkerProfiles(4, Map.of(), profile),
            HomeFolder.of(Path.of("/home/dev")),
            () -> {}),
        machine,
        new Random(7));
  }

  private static WorkerStatus status(Storage store, Worker worker) {
    return store.workers().find(worker.id()).orElseThrow().status();
  }

  private static AttemptId first(Worker worker) {
    return new AttemptId(worker.id(), 1);
  }
}
