package dev.engine.services.worker;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.completed;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Worker;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkerShutdownTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SimulatedPrograms machine = new SimulatedPrograms(NOON);

  @Test
  void whatIsLeftOfFormerAttemptsIsKilledUnlessATerminalIsBelowIt() {
    remains();
    AttemptId attended = remains();
    machine.attend(attended);

    WorkerShutdown.Report report =
        new WorkerShutdown(storage.workerQueue(), machine, machine, machine::pass, machine).run();

    assertThat(report).isEqualTo(new WorkerShutdown.Report(0, 0));
    assertThat(machine.all()).extracting(WorkerProcess::attempt).containsExactly(attended);
  }

  /** An attempt that is over, of which a process runs on. */
  private AttemptId remains() {
    Worker worker = spawned(storage, "compare", NOON);
    AttemptId attempt = claimed(storage, NOON).attempt().id();
    machine.start(
        new Launch(
            attempt, List.of("claude"), worker.workspacePath(), "", Set.of(), Promise.NOTHING),
        () -> {});
    completed(storage, worker.id(), NOON);
    return attempt;
  }
}
