package dev.engine.persistence;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.WakeBudget;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows of {@code conversation_wakes}. */
final class WakeRows {

  private WakeRows() {}

  /** When {@code conversation} was woken lately, the first time at the front. */
  static List<Instant> of(Connection connection, ConversationId conversation) throws SQLException {
    return Sql.list(
        connection,
        row -> UtcText.parse(row.getString("at")),
        "SELECT at FROM conversation_wakes WHERE conversation_id = ? ORDER BY at",
        conversation.value());
  }

  /** Stores a wake, and forgets those that do not count any more. */
  static void add(Connection connection, HookEventId call, ConversationId conversation, Instant now)
      throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM conversation_wakes WHERE conversation_id = ? AND (at <= ? OR at > ?)",
        conversation.value(),
        UtcText.of(now.minus(WakeBudget.SPAN)),
        UtcText.of(now));
    Sql.update(
        connection,
        "INSERT INTO conversation_wakes (call_id, conversation_id, at) VALUES (?, ?, ?)",
        call.value(),
        conversation.value(),
        UtcText.of(now));
  }

  /** Forgets the wake that carried what was claimed for {@code call}, if it was one. */
  static void remove(Connection connection, HookEventId call) throws SQLException {
    Sql.update(connection, "DELETE FROM conversation_wakes WHERE call_id = ?", call.value());
  }
}
