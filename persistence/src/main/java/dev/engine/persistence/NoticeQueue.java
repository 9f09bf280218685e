package dev.engine.persistence;

import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationEvents;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Queueing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/** Puts notices into the queue, for every port that does so inside its own transaction. */
final class NoticeQueue {

  private static final String SAME =
      """
      SELECT * FROM conversation_notifications
      WHERE conversation_id = ? AND notification_type = ? AND entity_id = ? AND generation = ?
      """;

  private final RandomGenerator random;
  private final JournalRows journal;

  /**
   * @param random draws the ids
   */
  NoticeQueue(RandomGenerator random, JournalRows journal) {
    this.random = random;
    this.journal = journal;
  }

  /**
   * Stores {@code notice}, unless the same was stored before.
   *
   * @param connection inside a write transaction
   */
  Queueing add(Connection connection, Notice notice, Instant at) throws SQLException {
    // Inserted first: most are new, and then there is nothing to look for.
    while (true) {
      Notification queued = Notification.queued(NotificationId.random(random), notice, at);
      if (NoticeRows.insert(connection, queued)) {
        journal.add(connection, List.of(NotificationEvents.queued(queued)));
        return new Queueing.Queued(queued);
      }
      Optional<Notification> before = same(connection, notice);
      if (before.isPresent()) {
        return new Queueing.QueuedBefore(before.get());
      } // else its id was taken
    }
  }

  /** The same for a port that is written in jOOQ. */
  void add(DSLContext db, Notice notice, Instant at) {
    db.connection(connection -> add(connection, notice, at));
  }

  /** What is stored under the same name. */
  static Optional<Notification> same(Connection connection, Notice notice) throws SQLException {
    return Sql.first(
        connection,
        NoticeRows::read,
        SAME,
        notice.conversation().value(),
        notice.type().value(),
        notice.entityId(),
        notice.terms().generation());
  }
}
