package dev.engine.benchmarks;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Backups at random moments of a large store that is written to at a steady rate (see goal R8): how
 * long each takes, how long its restore on trial takes, whether all are proven, and how long a
 * write takes meanwhile, beside how long it takes in rounds of the same length without backups. The
 * rounds take turns.
 */
final class BackupsBenchmark {

  /** Whose writes do not count: the first ones load what the later ones have. */
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  /** Between two backups, at most. */
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  /** Each of some 400 bytes with its share of the indexes, as events are. */
  private static final String JOURNAL =
      """
      INSERT INTO events (at, kind, entity_kind, entity_id, actor, data)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 1767614400 + i, 'unixepoch'), 'worker.reported', 'worker',
        printf('%08x', i), 'engine', json_object('note', hex(randomblob(100)))
      FROM n
      """;

  private final ScratchStore store;
  private final SqliteStorage storage;
  private final int writesPerSecond;
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<Long> backupNanos = new ArrayList<>();
  private final List<Long> trialNanos = new ArrayList<>();
  private int failed;
  private long lastBytes;
  private long lastRows;

  private BackupsBenchmark(ScratchStore store, SqliteStorage storage, int writesPerSecond) {
    this.store = store;
    this.storage = storage;
    this.writesPerSecond = writesPerSecond;
  }

  /**
   * {@code BackupsBenchmark BACKUPS JOURNAL_ROWS WRITES_PER_SECOND ROUNDS}.
   *
   * @param args how many backups in all, of how many events, at which rate of writes, in how many
   *     rounds
   */
  public static void main(String[] args) throws Exception {
    int backups = Integer.parseInt(args[0]);
    int rows = Integer.parseInt(args[1]);
    int rate = Integer.parseInt(args[2]);
    int rounds = Integer.parseInt(args[3]);
    try (ScratchStore store = ScratchStore.create()) {
      fill(store.file(), rows);
      try (SqliteStorage storage = store.serve()) {
        new BackupsBenchmark(store, storage, rate).run(backups, rows, rounds);
      }
    }
  }

  private void run(int backups, int rows, int rounds) throws Exception {
    System.out.printf(
        "%,d events, %d durable writes/s, %d backups in %d rounds%n%n",
        rows, writesPerSecond, backups, rounds);
    System.out.println(Durations.heading("a write"));
    SteadyWriter.beside(storage, writesPerSecond, () -> pause(WARM_UP.toMillis()));
    for (int round = 1; round <= rounds; round++) {
      long begin = System.nanoTime();
      int count = backups / rounds;
      print(
          "round " + round + ", with backups",
          SteadyWriter.beside(storage, writesPerSecond, () -> backUp(count)));
      Duration length = Duration.ofNanos(System.nanoTime() - begin);
      trials();
      print(
          "round " + round + ", without",
          SteadyWriter.beside(storage, writesPerSecond, () -> pause(length.toMillis())));
    }
    System.out.println();
    print("a backup", Durations.of(backupNanos));
    print("a trial", Durations.of(trialNanos));
    System.out.printf(
        "%n%d of %d backups proven, the last one of %,d bytes and %,d rows%n",
        trialNanos.size() - failed, backupNanos.size(), lastBytes, lastRows);
  }

  private void backUp(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      pause(random.nextInt(LONGEST_PAUSE_MILLIS));
      long begin = System.nanoTime();
      backups().take(BackupName.SCHEDULED, Progress.UNSEEN);
      backupNanos.add(System.nanoTime() - begin);
    }
  }

  private void trials() {
    for (Backup backup : backups().list()) {
      long begin = System.nanoTime();
      Drilling drilling = backups().drill(backup, Progress.UNSEEN);
      trialNanos.add(System.nanoTime() - begin);
      switch (drilling) {
        case Drilling.Proven proven -> {
          lastBytes = backup.bytes();
          lastRows = proven.rows().stream().mapToLong(table -> table.rows()).sum();
        }
        case Drilling.Failed bad -> {
          failed++;
          System.out.println(bad.differences());
        }
      }
      backups().remove(backup);
    }
  }

  private Backups backups() {
    return new SqliteDatabase(store.file(), ScratchStore.PATIENCE, InstantSource.system())
        .backups();
  }

  private static void pause(long millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  private static void print(String name, Durations durations) {
    System.out.println(durations.row(name));
  }

  private static void fill(Path file, int rows) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement statement = connection.prepareStatement(JOURNAL)) {
      statement.setInt(1, rows);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
