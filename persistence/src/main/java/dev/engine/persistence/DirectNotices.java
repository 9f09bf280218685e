package dev.engine.persistence;

import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationEvents;
import dev.engine.domain.notification.NotificationId;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Queues notices where a hook does it, in plain JDBC (ADR 0007). Elsewhere {@link NoticeRows} does.
 */
final class DirectNotices {

  private static final String INSERT =
      """
      INSERT INTO conversation_notifications (
        id, conversation_id, notification_type, entity_id, title, body, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String SAME =
      """
      SELECT id FROM conversation_notifications
      WHERE conversation_id = ? AND notification_type = ? AND entity_id = ?
      """;

  private final RandomGenerator random;
  private final JournalRows journal;

  /**
   * @param random draws the ids
   */
  DirectNotices(RandomGenerator random, JournalRows journal) {
    this.random = random;
    this.journal = journal;
  }

  /**
   * Stores {@code notice}, unless the same was stored before.
   *
   * @param connection inside a write transaction
   */
  void queue(Connection connection, Notice notice, Instant at) throws SQLException {
    Notification queued = queued(notice, at);
    while (!isInserted(connection, queued)) {
      if (isThere(connection, notice)) {
        return;
      }
      queued = queued(notice, at); // its id was taken
    }
    journal.add(connection, List.of(NotificationEvents.queued(queued)));
  }

  private Notification queued(Notice notice, Instant at) {
    return Notification.queued(NotificationId.random(random), notice, at);
  }

  private static boolean isInserted(Connection connection, Notification queued)
      throws SQLException {
    Notice notice = queued.notice();
    int added =
        Sql.update(
            connection,
            INSERT,
            queued.id().value(),
            notice.conversation().value(),
            notice.type().value(),
            notice.entityId(),
            notice.title(),
            notice.body(),
            UtcText.of(queued.createdAt()));
    return added == 1;
  }

  private static boolean isThere(Connection connection, Notice notice) throws SQLException {
    return Sql.first(
            connection,
            row -> row.getString("id"),
            SAME,
            notice.conversation().value(),
            notice.type().value(),
            notice.entityId())
        .isPresent();
  }
}
