package dev.engine.services.worker;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.completed;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Worker;
import dev.engine.services.doctor.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkerProcessCheckTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SimulatedPrograms machine = new SimulatedPrograms(NOON);
  private final WorkerProcessCheck check =
      new WorkerProcessCheck(machine, () -> storage.workerQueue().unfinished(Limit.DEFAULT));

  @Test
  void whatAnAttemptOwnsIsAsItShouldBe() {
    AttemptId owned = running();

    assertThat(check.look()).isEqualTo(new Finding.Pass("1 processes of workers, 4.8 MiB in all"));
    check.repair();
    assertThat(machine.all()).extracting(WorkerProcess::attempt).containsExactly(owned);
  }

  @Test
  void whatRunsOnIsNamedWithItsMemoryAndEndedWhenAsked() {
    AttemptId stray = running();
    completed(storage, stray.worker(), NOON);
    AttemptId owned = running();

    Finding named = check.look();
    check.repair();

    assertThat(named)
        .isEqualTo(
            new Finding.Warn(
                "1 processes of workers whose attempt is over, 4.8 MiB in all: 1000 claude (%s, 4.8 MiB)"
                    .formatted(stray),
                "`engine doctor --fix` kills them, but for those with a terminal"));
    assertThat(machine.all()).extracting(WorkerProcess::attempt).containsExactly(owned);
  }

  @Test
  void whatATerminalIsBelowIsNamedAndLeftToThePerson() {
    AttemptId attended = running();
    completed(storage, attended.worker(), NOON);
    machine.attend(attended);

    Finding named = check.look();
    check.repair();

    assertThat(named)
        .isEqualTo(
            new Finding.Warn(
                "1 processes of workers whose attempt is over, 4.8 MiB in all: 1000 claude (%s, 4.8 MiB, with a terminal)"
                    .formatted(attended),
                "end them yourself once nobody works there any more"));
    assertThat(machine.all()).extracting(WorkerProcess::attempt).containsExactly(attended);
  }

  private AttemptId running() {
    Worker worker = spawned(storage, "compare", NOON);
    AttemptId attempt = claimed(storage, NOON).attempt().id();
    machine.start(
        new Launch(
            attempt, List.of("claude"), worker.workspacePath(), "", Set.of(), Promise.NOTHING),
        () -> {});
    return attempt;
  }
}
