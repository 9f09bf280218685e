package dev.engine.services.worker;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.order;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.host.WorkerPrograms.Starting;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workers that cannot be begun for reasons that may pass. */
final class SetbacksTest {

  private static final Starting NO_MEMORY = new Starting.Hindered("no memory");
  private static final Starting NOT_FOUND = new Starting.Unready("command not found: claude");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SimulatedPrograms machine = new SimulatedPrograms(NOON);
  private final WorkerRunner runner = runner();

  @Test
  void aMachineThatLacksSomethingFailsNobodyAndIsNotTriedWithAll() {
    List<Worker> all =
        IntStream.range(0, 200).mapToObj(i -> spawned(storage, "work " + i, NOON)).toList();
    machine.obstruct(NO_MEMORY);

    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(runner::run)
        .withMessage("no worker can be begun now: no memory");

    assertThat(machine.log()).hasSize(1);
    assertThat(all).allMatch(worker -> status(worker) == WorkerStatus.PENDING);
  }

  @Test
  void onceTheMachineHasItAgainAllAreBegunAndNoneWasTriedForIt() {
    List<Worker> all =
        IntStream.range(0, 5).mapToObj(i -> spawned(storage, "x" + i, NOON)).toList();
    machine.obstruct(NO_MEMORY);
    passing(Duration.ofMinutes(40));
    int tries = machine.log().size();
    machine.mend();

    passing(Duration.ofMinutes(11));

    assertThat(tries).isBetween(20, 60);
    assertThat(all).allMatch(worker -> status(worker) == WorkerStatus.RUNNING);
    assertThat(all).allMatch(worker -> now(worker).run().failedAttempts() == 0);
  }

  @Test
  void itIsToldWhatKeptIt() {
    Worker worker = spawned(storage, "x", NOON);
    machine.obstruct(NO_MEMORY);

    round();

    assertThat(attempt(worker).state())
        .isEqualTo(
            new Attempt.State.Ended(
                NOON, AttemptOutcome.RECLAIMED, null, "no memory", Usage.UNKNOWN));
    assertThat(now(worker).state()).isEqualTo(new Worker.State.Pending(NOON.plusSeconds(10)));
    assertThat(machine.known()).isEmpty();
  }

  @Test
  void oneThatIsKeptByWhatIsItsOwnHoldsUpNobodyAndFailsInTheEnd() {
    Worker odd = spawned(storage, order("odd").withPriority(9), NOON);
    Worker other = spawned(storage, "other", NOON);
    machine.obstruct(odd.id(), NO_MEMORY);

    passing(Duration.ofSeconds(2));
    WorkerStatus otherSoon = status(other);
    passing(Duration.ofMinutes(15));
    WorkerStatus oddMeanwhile = status(odd);
    passing(Duration.ofMinutes(10));

    assertThat(otherSoon).isEqualTo(WorkerStatus.RUNNING);
    assertThat(oddMeanwhile).isEqualTo(WorkerStatus.PENDING);
    assertThat(((Worker.State.Failed) now(odd).state()).reason()).isEqualTo("no memory");
  }

  @Test
  void aProgramThatIsMissingWhileItIsUpdatedIsWaitedForAndKeepsNoOther() {
    Worker first = spawned(storage, "x", NOON);
    Worker second = spawned(storage, "y", NOON);
    machine.obstruct(first.id(), NOT_FOUND);

    round();
    WorkerStatus other = status(second);
    passing(Duration.ofSeconds(9));
    machine.mend();
    passing(Duration.ofSeconds(2));

    assertThat(other).isEqualTo(WorkerStatus.RUNNING);
    assertThat(status(first)).isEqualTo(WorkerStatus.RUNNING);
    assertThat(now(first).run().failedAttempts()).isZero();
  }

  @Test
  void aProgramThatIsReallyMissingIsAFailureAfterHalfAMinute() {
    Worker worker = spawned(storage, "x", NOON);
    machine.obstruct(NOT_FOUND);
    passing(Duration.ofSeconds(29));
    WorkerStatus early = status(worker);

    passing(Duration.ofSeconds(2));

    assertThat(early).isEqualTo(WorkerStatus.PENDING);
    assertThat(((Worker.State.Failed) now(worker).state()).reason())
        .isEqualTo("command not found: claude");
  }

  @Test
  void whatIsKilledBeforeItBeginsIsTriedAgainButNoMachineTriesForever() {
    Worker worker = spawned(storage, "x", NOON);
    for (int number = 1; number <= 3; number++) {
      round();
      machine.killBeforeItBegins(new AttemptId(worker.id(), number));
      round();
      machine.pass(Duration.ofSeconds(21));
    }

    assertThat(storage.workerQueue().attempts(worker.id(), Limit.DEFAULT))
        .extracting(attempt -> ((Attempt.State.Ended) attempt.state()).outcome())
        .containsExactly(AttemptOutcome.FAILED, AttemptOutcome.RECLAIMED, AttemptOutcome.RECLAIMED);
    assertThat(((Worker.State.Failed) now(worker).state()).reason())
        .isEqualTo("it was killed before it began");
  }

  @Test
  void aClockThatIsSetBackLengthensNoRest() {
    Worker worker = spawned(storage, "x", NOON);
    Worker other = spawned(storage, "y", NOON.plusMillis(1));
    machine.obstruct(worker.id(), NO_MEMORY);
    round();

    machine.setClock(NOON.minusSeconds(3_600));
    spawned(storage, "z", NOON.minusSeconds(3_600));
    round();

    assertThat(status(other)).isEqualTo(WorkerStatus.RUNNING);
  }

  @Test
  void aReasonThatIsLongerThanAnyIsCut() {
    Worker worker = spawned(storage, "x", NOON);
    machine.obstruct(new Starting.Refused("command not found: " + "x".repeat(4_000)));

    round();

    assertThat(((Worker.State.Failed) now(worker).state()).reason()).hasSize(2_000);
  }

  private WorkerRunner runner() {
    CommandTemplate program = new CommandTemplate(List.of("program"));
    WorkerProfile profile = new WorkerProfile(program, program, 9, null, Set.of());
    return new WorkerRunner(
        storage,
        new WorkerRunner.Machine(machine, machine, machine),
        new WorkerRunner.Setting(
            new WorkerProfiles(9, Map.of(), profile),
            HomeFolder.of(Path.of("/home/dev")),
            () -> {}),
        machine,
        new Random(7));
  }

  /** As a loop does it: what failed is noted, and it goes on. */
  private void round() {
    try {
      runner.run();
    } catch (StorageUnavailable told) {
      assertThat(told).hasMessageStartingWith("no worker can be begun now: ");
    }
  }

  private void passing(Duration length) {
    for (long quarter = 0; quarter < length.toSeconds() * 4; quarter++) {
      machine.pass(Duration.ofMillis(250));
      round();
    }
  }

  private Worker now(Worker worker) {
    return storage.workers().find(worker.id()).orElseThrow();
  }

  private WorkerStatus status(Worker worker) {
    return now(worker).status();
  }

  private Attempt attempt(Worker worker) {
    return storage.workerQueue().attempts(worker.id(), new Limit(1)).getFirst();
  }
}
