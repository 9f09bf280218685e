package dev.engine.services;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.InMemoryWorkerLogs;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import org.junit.jupiter.api.Test;

/** The end of what a worker has printed. */
final class WorkerLogDeskTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final InMemoryWorkerLogs logs = new InMemoryWorkerLogs();
  private final WorkerLogDesk desk =
      new WorkerLogDesk(storage.workers(), storage.workerQueue(), logs);
  private final Worker worker = WorkerExamples.spawned(storage, "Compare.", NOON);

  @Test
  void aShortLogIsReadWhole() {
    launched();
    print("one\ntwo\n");

    assertThat(desk.end(worker.id(), LogStream.STDOUT)).isEqualTo("one\ntwo\n");
  }

  @Test
  void ofALongOneWholeLinesAreRead() {
    launched();
    print("x".repeat(63).concat("\n").repeat(1_000));
    print("the last");

    String end = desk.end(worker.id(), LogStream.STDOUT);

    assertThat(end)
        .hasSizeBetween(16 * 1024 - 64, 16 * 1024)
        .startsWith("xxx")
        .endsWith("the last");
    assertThat(end.lines().filter(line -> line.length() == 63)).hasSize(255);
  }

  @Test
  void aLineThatIsLongerIsReadFromItsMiddle() {
    launched();
    print("y".repeat(100_000));

    assertThat(desk.end(worker.id(), LogStream.STDOUT)).isEqualTo("y".repeat(16 * 1024));

    print("\n");

    assertThat(desk.end(worker.id(), LogStream.STDOUT)).isEqualTo("y".repeat(16 * 1024 - 1) + "\n");
  }

  @Test
  void whatWasNotPrintedIsNotFound() {
    WorkerId unknown = new WorkerId("0000beef");

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> end(unknown));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> end(worker.id()));
    launched();
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> end(worker.id()));
  }

  private String end(WorkerId id) {
    return desk.end(id, LogStream.STDOUT);
  }

  private void launched() {
    Attempt attempt = WorkerExamples.claimed(storage, NOON).attempt();
    storage.workerQueue().launched(attempt.id(), new ProcessIdentity(42, NOON), NOON);
  }

  private void print(String text) {
    logs.print(worker.workspacePath(), LogStream.STDOUT, text);
  }
}
