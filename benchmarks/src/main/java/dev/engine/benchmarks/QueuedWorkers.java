package dev.engine.benchmarks;

import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Workers of a running engine that all become due at one moment, so that only running them is
 * measured.
 */
final class QueuedWorkers {

  /** Time to store one order, which waits for the disk. */
  private static final Duration PER_ORDER = Duration.ofMillis(25);

  private final ScratchHome home;
  private final String pid;

  /**
   * @param pid of the engine
   */
  QueuedWorkers(ScratchHome home, String pid) {
    this.home = home;
    this.pid = pid;
  }

  /**
   * What a batch took.
   *
   * @param wallMillis from when the first began to when the outcome of the last was recorded
   * @param engineCpuMillis of the engine's own
   * @param otherCpuMillis of the processes that it started, and of theirs
   */
  record Spent(double wallMillis, double engineCpuMillis, double otherCpuMillis) {}

  /** Has the engine run {@code count} workers, of which none may fail. */
  Spent run(int count) throws IOException, InterruptedException, SQLException {
    Instant due = Instant.now().plus(PER_ORDER.multipliedBy(count)).plusSeconds(8);
    try (SqliteStorage storage =
        SqliteStorage.open(home.home().database(), ScratchStore.PATIENCE, new SplittableRandom())) {
      for (int i = 0; i < count; i++) {
        Task task = new Task(Primitive.RESEARCH, "worker " + i, null, null);
        storage
            .workers()
            .spawn(WorkOrder.of(task).after(due), home.home().outputs(), Instant.now());
      }
    }
    Duration left = Duration.between(Instant.now(), due.minusMillis(300));
    if (left.isNegative()) {
      throw new IllegalStateException("they were due before all were queued");
    }
    Thread.sleep(left);
    ProcessorTime before = ProcessorTime.of(pid);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.home().database());
        Statement statement = connection.createStatement()) {
      awaitAll(statement);
      ProcessorTime spent = ProcessorTime.of(pid).since(before);
      return new Spent(wallMillis(statement, due), spent.own() * 10.0, spent.children() * 10.0);
    }
  }

  private static void awaitAll(Statement statement) throws SQLException, InterruptedException {
    while (count(statement, "pending") + count(statement, "running") > 0) {
      Thread.sleep(50);
    }
    if (count(statement, "failed") > 0) {
      throw new IllegalStateException("a worker failed");
    }
  }

  private static int count(Statement statement, String status) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT count(*) FROM workers WHERE status = '" + status + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static double wallMillis(Statement statement, Instant since) throws SQLException {
    // Without the Z it sorts before every time that has a fraction of the same second.
    String second = since.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    try (ResultSet row =
        statement.executeQuery(
            "SELECT min(started_at), max(finished_at) FROM worker_attempts WHERE started_at >= '%s'"
                .formatted(second))) {
      row.next();
      Instant first = Instant.parse(row.getString(1));
      return Duration.between(first, Instant.parse(row.getString(2))).toMillis();
    }
  }

  /** Has workers of {@code home} be {@code program}, {@code parallel} at a time. */
  static void configure(ScratchHome home, String program, int parallel) throws IOException {
    Files.writeString(
        home.home().settings(),
        """
        [workers]
        max_parallel = %d
        [workers.profiles.default]
        command = ["%s"]
        """
            .formatted(parallel, program));
  }
}
