package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.SessionExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of many that see one context cross a level, one warns. */
final class ContextRaceTest {

  private static final int PROCESSES = 3;
  private static final int THREADS = 4;

  @TempDir private Path folder;

  @Test
  void threadsOfSeveralProcessesWarnOnce() throws Exception {
    Path file = TestDatabases.file(folder);
    try (SqliteStorage storage =
        SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
      SessionExamples.stored(storage.sessions(), "a");
    }
    List<Process> children = new ArrayList<>();
    for (int number = 0; number < PROCESSES; number++) {
      children.add(
          ChildJvm.start(Reading.class, entry -> true, file.toString(), String.valueOf(number)));
    }
    for (Process child : children) {
      assertThat(ChildJvm.line(child)).isEqualTo("ready");
    }

    for (Process child : children) {
      ChildJvm.tell(child);
    }

    List<String> outcomes = new ArrayList<>();
    for (Process child : children) {
      outcomes.addAll(ChildJvm.output(child));
    }
    assertThat(outcomes).hasSize(PROCESSES * THREADS).containsOnlyOnce("Warned");
    assertThat(CareFolder.query(file, "SELECT notification_type FROM conversation_notifications"))
        .containsExactly("context_warning");
    assertThat(CareFolder.query(file, "SELECT kind FROM events WHERE kind LIKE '%context%'"))
        .containsExactly("session.context_warned");
  }

  /** Several threads that take a reading at once, and print what became of each. */
  static final class Reading {

    public static void main(String... arguments) throws IOException {
      int process = Integer.parseInt(arguments[1]);
      SqliteStorage storage =
          SqliteStorage.open(
              Path.of(arguments[0]), TestDatabases.BUSY_TIMEOUT, new SplittableRandom(process));
      CountDownLatch start = new CountDownLatch(1);
      for (int thread = 0; thread < THREADS; thread++) {
        Instant at = SessionExamples.NOON.plusMillis(1 + process * THREADS + thread);
        Thread.ofPlatform().start(() -> read(storage, start, at));
      }
      System.out.println("ready");
      System.in.read();
      start.countDown();
    }

    private static void read(SqliteStorage storage, CountDownLatch start, Instant at) {
      try {
        start.await();
      } catch (InterruptedException unexpected) {
        throw new IllegalStateException(unexpected);
      }
      ContextReading reading =
          new ContextReading(ContextFill.ofPercent(71), at, ContextSource.STATUS_LINE);
      Object outcome = storage.contextSamples().record(new ClaudeSessionId("a"), reading);
      System.out.println(outcome.getClass().getSimpleName());
    }
  }
}
