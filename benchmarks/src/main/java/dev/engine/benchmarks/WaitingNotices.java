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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Fills a database with live sessions, for whose conversations notices wait. */
final class WaitingNotices {

  /** Long enough that five of them fill an answer. */
  private static final String BODY = "It was told to look into the failing build. ".repeat(40);

  private WaitingNotices() {}

  /** The name that Claude Code has for the {@code number}th session. */
  static String session(int number) {
    return "session-" + number;
  }

  /**
   * Adds {@code sessions} sessions, and {@code notices} notices for each of them.
   *
   * @param file an empty database
   */
  static void fill(Path file, int sessions, int notices) throws SQLException {
    List<Session> admitted = new ArrayList<>();
    try (SqliteStorage storage =
        SqliteStorage.open(file, ScratchStore.PATIENCE, new SplittableRandom(7))) {
      for (int i = 0; i < sessions; i++) {
        admitted.add(admitted(storage.sessions(), i));
      }
    }
    addNotices(file, admitted, notices);
  }

  /** How many notices were told, or offered at least. */
  static int told(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      return statement
          .executeQuery(
              "SELECT count(*) FROM conversation_notifications"
                  + " WHERE state IN ('offered', 'confirmed')")
          .getInt(1);
    }
  }

  private static Session admitted(Sessions sessions, int number) {
    Sighting first =
        new Sighting(
            new ClaudeSessionId(session(number)),
            new Signal.Started(Source.STARTUP),
            new Client("/home/dev/project-" + number, null, null, null, null, null),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
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

  /** In plain SQL and one transaction: what is measured is telling. */
  private static void addNotices(Path file, List<Session> sessions, int notices)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO conversation_notifications (
                id, conversation_id, notification_type, entity_id, title, body, created_at)
              VALUES (?, ?, 'message', ?, 'a worker is complete', ?, '2026-01-05T12:00:00.000Z')
              """)) {
        int number = 0;
        for (Session session : sessions) {
          for (int i = 0; i < notices; i++) {
            insert.setString(1, "%08x".formatted(number));
            insert.setString(2, session.conversation().value());
            insert.setString(3, "entity-" + number);
            insert.setString(4, BODY);
            insert.addBatch();
            number++;
          }
          insert.executeBatch();
        }
      }
      connection.commit();
    }
  }
}
