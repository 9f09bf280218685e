package dev.engine.services;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.InMemoryWorkerLogs;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LogTailTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final InMemoryWorkerLogs logs = new InMemoryWorkerLogs();
  private final WorkerLogDesk desk =
      new WorkerLogDesk(storage.workers(), storage.workerQueue(), logs);
  private final Worker worker = WorkerExamples.spawned(storage, "Compare.", NOON);
  private final Attempt attempt = WorkerExamples.claimed(storage, NOON).attempt();

  @Test
  void nothingComesBeforeTheProgramIsLaunched() {
    print("of the attempt before");

    try (LogTail tail = desk.tail(attempt.id(), LogStream.STDOUT, 0)) {
      assertThat(tail.next()).isEmpty();
      assertThat(tail.isOver()).isFalse();

      launch();
      assertThat(tail.next()).isEqualTo("of the attempt before");
    }
  }

  @Test
  void eachPieceComesOnce() {
    launch();
    print("one");

    try (LogTail tail = desk.tail(attempt.id(), LogStream.STDOUT, 0)) {
      assertThat(tail.next()).isEqualTo("one");
      assertThat(tail.next()).isEmpty();
      print("two");
      assertThat(tail.next()).isEqualTo("two");
      assertThat(tail.position()).isEqualTo(6);
    }
  }

  @Test
  void aLongLogComesInPieces() {
    launch();
    print("ä".repeat(100_000));

    try (LogTail tail = desk.tail(attempt.id(), LogStream.STDOUT, 1_000)) {
      StringBuilder all = new StringBuilder();
      for (String piece = tail.next(); !piece.isEmpty(); piece = tail.next()) {
        assertThat(piece).hasSizeLessThanOrEqualTo(16 * 1024);
        all.append(piece);
      }

      assertThat(all).hasToString("ä".repeat(99_500));
    }
  }

  /** What is no UTF-8 is shown as such, and holds up nothing. */
  @Test
  void whateverIsPrintedComesOutAsIfItWereReadAtOnce() {
    SplittableRandom random = new SplittableRandom(5);
    launch();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    StringBuilder seen = new StringBuilder();

    try (LogTail tail = desk.tail(attempt.id(), LogStream.STDOUT, 0)) {
      for (int i = 0; i < 3_000; i++) {
        byte[] bytes = piece(random);
        int cut = random.nextInt(bytes.length + 1);
        print(Arrays.copyOf(bytes, cut));
        seen.append(tail.next());
        print(Arrays.copyOfRange(bytes, cut, bytes.length));
        seen.append(tail.next());
        whole.writeBytes(bytes);
      }
      WorkerExamples.completed(storage, worker.id(), NOON);
      seen.append(tail.next()).append(tail.rest());

      assertThat(tail.isOver()).isTrue();
      assertThat(tail.position()).isEqualTo(whole.size());
      assertThat(seen).hasToString(whole.toString(StandardCharsets.UTF_8));
    }
  }

  private static byte[] piece(SplittableRandom random) {
    String[] texts = {"a", "é", "€", "🐙", "\n", ""};
    return texts[random.nextInt(texts.length)].getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void bytesThatAreNoTextHoldUpNothing() {
    launch();
    byte[] noText = {(byte) 0xff, 'a', (byte) 0xf9, (byte) 0x80, 'b', (byte) 0x80, (byte) 0xfe};
    print(noText);

    try (LogTail tail = desk.tail(attempt.id(), LogStream.STDOUT, 0)) {
      assertThat(tail.next()).isEqualTo(new String(noText, StandardCharsets.UTF_8));
    }
  }

  @Test
  void halfACharacterAtTheEndIsTheRest() {
    launch();
    print(new byte[] {'a', (byte) 0xf0, (byte) 0x9f});

    try (LogTail tail = desk.tail(attempt.id(), LogStream.STDOUT, 0)) {
      assertThat(tail.next()).isEqualTo("a");
      assertThat(tail.next()).isEmpty();
      assertThat(tail.rest()).isEqualTo("\ufffd");
      assertThat(tail.rest()).isEmpty();
    }
  }

  @Test
  void aPlaceBehindTheEndIsNoticed() {
    launch();
    print("one");

    try (LogTail tail = desk.tail(attempt.id(), LogStream.STDOUT, 4)) {
      assertThat(tail.isBehindTheEnd()).isTrue();
      tail.rewind();
      assertThat(tail.next()).isEqualTo("one");
    }
  }

  private void launch() {
    storage.workerQueue().launched(attempt.id(), new ProcessIdentity(42, NOON), NOON);
  }

  private void print(String text) {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  private void print(byte[] bytes) {
    logs.print(worker.workspacePath(), LogStream.STDOUT, bytes);
  }
}
