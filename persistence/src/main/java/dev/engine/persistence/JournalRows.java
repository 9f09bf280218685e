package dev.engine.persistence;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.id.WireName;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.session.SessionId;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of events, for every port that changes something: each writes what its step tells inside its
 * own transaction, in the name of one actor. Plain JDBC, because hooks write them too (ADR 0007).
 */
final class JournalRows {

  private static final String INSERT =
      """
      INSERT INTO events (
        at, kind, conversation_id, session_id, entity_kind, entity_id, actor, data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Actor actor;

  JournalRows(Actor actor) {
    this.actor = actor;
  }

  /**
   * Adds a row for each of {@code happenings}, in this order.
   *
   * @param connection inside a write transaction
   */
  void add(Connection connection, List<Happening> happenings) throws SQLException {
    for (Happening happening : happenings) {
      add(connection, happening);
    }
  }

  /** Reads a row of {@code SELECT events.*}. */
  static Event read(ResultSet row) throws SQLException {
    String conversation = row.getString("conversation_id");
    String session = row.getString("session_id");
    return new Event(
        row.getLong("id"),
        WireName.of("actor", Actor.class, row.getString("actor")),
        new Happening(
            UtcText.parse(row.getString("at")),
            new EventKind(row.getString("kind")),
            conversation == null ? null : new ConversationId(conversation),
            session == null ? null : new SessionId(session),
            subject(row),
            new Facts(row.getString("data"))));
  }

  private void add(Connection connection, Happening happening) throws SQLException {
    Subject subject = happening.subject();
    Sql.update(
        connection,
        INSERT,
        UtcText.of(happening.at()),
        happening.kind().value(),
        happening.conversation() == null ? null : happening.conversation().value(),
        happening.session() == null ? null : happening.session().value(),
        subject == null ? null : subject.kind().wireName(),
        subject == null ? null : subject.id(),
        actor.wireName(),
        happening.facts().json());
  }

  private static @Nullable Subject subject(ResultSet row) throws SQLException {
    String kind = row.getString("entity_kind");
    return kind == null
        ? null
        : new Subject(
            WireName.of("kind of subject", Subject.Kind.class, kind), row.getString("entity_id"));
  }
}
