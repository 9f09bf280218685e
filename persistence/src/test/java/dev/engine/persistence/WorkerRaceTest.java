package dev.engine.persistence;

import static dev.engine.domain.worker.WorkerExamples.ANY;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Claiming;
import dev.engine.domain.worker.WorkerId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of many processes that run workers on one store, one has each. */
final class WorkerRaceTest {

  private static final int PROCESSES = 3;
  private static final int THREADS = 4;
  private static final int CALLERS = PROCESSES * THREADS;

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void createStore() {
    file = TestDatabases.file(folder);
  }

  @Test
  void ofManyWithOneDedupeKeyOneIsMade() throws Exception {
    List<String> outcomes = race("spawn", "-");

    assertThat(outcomes).hasSize(CALLERS).containsOnlyOnce("Spawned");
    assertThat(CareFolder.query(file, "SELECT count(*) FROM workers")).containsExactly("1");
  }

  @Test
  void noTwoClaimsHaveTheSameWorker() throws Exception {
    try (SqliteStorage storage = open(7)) {
      for (int i = 0; i < CALLERS - 1; i++) {
        storage.workers().spawn(order("a"), OUTPUTS, NOON);
      }
    }

    List<String> outcomes = race("claim", "-");

    assertThat(outcomes).hasSize(CALLERS).doesNotHaveDuplicates().containsOnlyOnce("NothingReady");
    assertThat(CareFolder.query(file, "SELECT count(*) FROM worker_attempts"))
        .containsExactly(String.valueOf(CALLERS - 1));
  }

  @Test
  void oneEndOfAnAttemptStandsAndIsToldOnce() throws Exception {
    WorkerId running;
    try (SqliteStorage storage = open(7)) {
      storage.workers().spawn(order("a"), OUTPUTS, NOON);
      Claiming claim = storage.workerQueue().claim(ANY, new ClaudeSessionId("a"), NOON);
      running = ((Claiming.Claimed) claim).worker().id();
    }

    List<String> outcomes = race("finish", running.value());

    assertThat(outcomes).hasSize(CALLERS).containsOnlyOnce("Finished");
    assertThat(CareFolder.query(file, "SELECT notification_type FROM conversation_notifications"))
        .containsExactly("worker_failed");
    assertThat(CareFolder.query(file, "SELECT count(*) FROM events WHERE kind = 'worker.failed'"))
        .containsExactly("1");
  }

  /** What became of {@code act} in each of the callers, all of whom do it at once. */
  private List<String> race(String act, String worker) throws IOException {
    List<Process> children = new ArrayList<>();
    for (int number = 0; number < PROCESSES; number++) {
      children.add(
          ChildJvm.start(
              Racing.class, entry -> true, file.toString(), String.valueOf(number), act, worker));
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
    return outcomes;
  }

  private SqliteStorage open(int seed) {
    return SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(seed));
  }

  /** Several threads that do the same at once, and print what became of each. */
  static final class Racing {

    public static void main(String... arguments) throws IOException {
      int seed = 100 + Integer.parseInt(arguments[1]);
      SqliteStorage storage =
          SqliteStorage.open(
              Path.of(arguments[0]), TestDatabases.BUSY_TIMEOUT, new SplittableRandom(seed));
      CountDownLatch start = new CountDownLatch(1);
      for (int thread = 0; thread < THREADS; thread++) {
        String session = "session-%d-%d".formatted(seed, thread);
        Thread.ofPlatform().start(() -> act(storage, start, arguments[2], arguments[3], session));
      }
      System.out.println("ready");
      System.in.read();
      start.countDown();
    }

    private static void act(
        SqliteStorage storage, CountDownLatch start, String act, String worker, String session) {
      try {
        start.await();
      } catch (InterruptedException unexpected) {
        throw new IllegalStateException(unexpected);
      }
      Object outcome =
          switch (act) {
            case "spawn" ->
                storage.workers().spawn(order("a").withDedupeKey("nightly"), OUTPUTS, NOON);
            case "claim" -> storage.workerQueue().claim(ANY, new ClaudeSessionId(session), NOON);
            default ->
                storage
                    .workerQueue()
                    .finish(new AttemptId(new WorkerId(worker), 1), failure("gone"), NOON);
          };
      System.out.println(
          outcome instanceof Claiming.Claimed claimed
              ? claimed.worker().id().value()
              : outcome.getClass().getSimpleName());
    }
  }
}
