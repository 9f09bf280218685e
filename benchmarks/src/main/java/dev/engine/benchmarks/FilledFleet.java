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
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A database with 50 live sessions and a journal of any length, for what reads it. */
final class FilledFleet {

  private static final int SESSIONS = 50;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private FilledFleet() {}

  /**
   * {@code FilledFleet DATABASE EVENTS}; prints the id of one session.
   *
   * @param args the file of an empty database, how many events its journal is to have
   */
  public static void main(String[] args) throws SQLException {
    Path file = Path.of(args[0]);
    List<Session> sessions = new ArrayList<>();
    try (SqliteStorage storage =
        SqliteStorage.open(file, ScratchStore.PATIENCE, new SplittableRandom(7))) {
      for (int i = 0; i < SESSIONS; i++) {
        sessions.add(admitted(storage.sessions(), i));
      }
    }
    fill(file, sessions, Integer.parseInt(args[1]));
    System.out.println(sessions.getFirst().id());
  }

  private static Session admitted(Sessions sessions, int number) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Sighting first =
        new Sighting(
            new ClaudeSessionId("session-" + number),
            new Signal.Started(Source.STARTUP),
            new Client("/home/dev/project-" + number, null, null, null, null, "claude-opus-5-5"),
            now,
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
    return ((Observation.Admitted) sessions.admit(first, newcomer)).session();
  }

  /** In plain SQL and one transaction: what is measured is reading. */
  private static void fill(Path file, List<Session> sessions, int events) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement pragma = connection.createStatement()) {
      pragma.execute("PRAGMA busy_timeout = 5000");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO events (at, kind, conversation_id, session_id, actor, data)"
                  + " VALUES (?, ?, ?, ?, 'hook', '{}')")) {
        Instant start = Instant.parse("2026-01-05T12:00:00.001Z");
        for (int i = 0; i < events; i++) {
          Session session = sessions.get(i % sessions.size());
          insert.setString(1, TIME.format(start.plusMillis(i * 100L)));
          insert.setString(2, i % 2 == 0 ? "session.tool_active" : "session.active");
          insert.setString(3, session.conversation().value());
          insert.setString(4, session.id().value());
          insert.addBatch();
          if (i % 10_000 == 9_999) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }
}
