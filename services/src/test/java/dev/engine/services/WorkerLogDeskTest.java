package dev.engine.services;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.InMemoryWorkerLogs;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.host.WorkerLog;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import java.nio.charset.StandardCharsets;
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

  @Test
  void theLogOfOneAfterWhichAnotherCouldNotBeginIsFoundWhereItIs() {
    AttemptId first = launched();
    print("one");
    WorkerExamples.finished(storage, worker.id(), new AttemptEnd.Reclaimed(), NOON);
    WorkerExamples.claimed(storage, NOON);
    WorkerExamples.finished(storage, worker.id(), new AttemptEnd.PutOff("no", NOON), NOON);

    String inItsPlace = read(first);
    logs.takeAway(worker.workspacePath(), 1);
    print("of another");
    String putAside = read(first);

    assertThat(inItsPlace).isEqualTo("one");
    assertThat(putAside).isEqualTo("one");
  }

  private String read(AttemptId attempt) {
    try (WorkerLog log = desk.find(attempt, LogStream.STDOUT).orElseThrow()) {
      return new String(log.read(0, 100), StandardCharsets.UTF_8);
    }
  }

  private String end(WorkerId id) {
    return desk.end(id, LogStream.STDOUT);
  }

  private AttemptId launched() {
    AttemptId attempt = WorkerExamples.claimed(storage, NOON).attempt().id();
    storage.workerQueue().launched(attempt, new ProcessIdentity(42, NOON), NOON);
    return attempt;
  }

  private void print(String text) {
    logs.print(worker.workspacePath(), LogStream.STDOUT, text);
  }
}
