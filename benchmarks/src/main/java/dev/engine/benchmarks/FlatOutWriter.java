package dev.engine.benchmarks;

import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.StatusText;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One of the processes that compete: changes a row of its own, again and again, durably, until its
 * time is over. Prints {@code ready}, waits for a line, and then prints how many writes succeeded,
 * how many failed, and how many microseconds the longest took.
 */
final class FlatOutWriter {

  /** All of them load their classes at the same moment; that is not what is measured. */
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  private interface Write {
    void once(int number) throws SQLException;
  }

  private FlatOutWriter() {}

  /**
   * {@code FlatOutWriter KIND FILE NAME SECONDS}.
   *
   * @param args {@code engine} or {@code raw}, the database, what this process is called, how long
   *     it writes
   */
  public static void main(String[] args) throws IOException, SQLException {
    Path file = Path.of(args[1]);
    long nanos = Long.parseLong(args[3]) * 1_000_000_000L;
    if (args[0].equals("engine")) {
      byEngine(file, args[2], nanos);
    } else {
      bySqlite(file, nanos);
    }
  }

  private static void byEngine(Path file, String name, long nanos)
      throws IOException, SQLException {
    try (SqliteStorage storage =
        SqliteStorage.open(file, ScratchStore.PATIENCE, new SplittableRandom())) {
      SessionId session = admitted(storage, name);
      compete(
          number ->
              storage.sessions().say(session, new StatusText("status " + number), Instant.now()),
          nanos);
    }
  }

  private static SessionId admitted(SqliteStorage storage, String name) {
    Sighting first =
        new Sighting(
            new ClaudeSessionId(name),
            new Signal.Started(Source.STARTUP),
            Client.UNKNOWN,
            Instant.now(),
            new Arrival(
                HookEventId.random(new SplittableRandom()),
                "SessionStart",
                Door.ENGINE,
                Duration.ZERO));
    Newcomer newcomer =
        new Newcomer(
            new Assignment(Role.BUILDER, Mode.INTERACTIVE),
            null,
            List.of(),
            LocalDate.of(2026, 1, 5));
    Observation observation = storage.sessions().admit(first, newcomer);
    return ((Observation.Admitted) observation).session().id();
  }

  private static void bySqlite(Path file, long nanos) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + ScratchStore.PATIENCE.toMillis());
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("CREATE TABLE IF NOT EXISTS statuses (id INTEGER PRIMARY KEY, text TEXT)");
      long id = ProcessHandle.current().pid();
      statement.execute("INSERT INTO statuses (id) VALUES (%d)".formatted(id));
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE statuses SET text = ? WHERE id = " + id)) {
        compete(number -> write(statement, update, number), nanos);
      }
    }
  }

  private static void write(Statement statement, PreparedStatement update, int number)
      throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    update.setString(1, "status " + number);
    update.executeUpdate();
    statement.execute("COMMIT");
  }

  private static void compete(Write write, long nanos) throws IOException {
    System.out.println("ready");
    System.in.read();
    writeFor(WARM_UP_NANOS, write);
    System.out.println(writeFor(nanos, write));
  }

  private static String writeFor(long nanos, Write write) {
    int written = 0;
    int failed = 0;
    long longest = 0;
    long end = System.nanoTime() + nanos;
    for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
      try {
        write.once(written + failed);
        written++;
      } catch (SQLException | RuntimeException busy) {
        failed++;
      }
      longest = Math.max(longest, System.nanoTime() - begin);
    }
    return written + " " + failed + " " + longest / 1_000;
  }
}
