package dev.engine.persistence;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Recipient;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.session.Session;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Offers that may have arrived, as rows. */
final class OfferRows {

  private static final String INSERT =
      """
      INSERT INTO notification_offers (notification_id, call_id, session_id, context, at)
      VALUES (?, ?, ?, ?, ?)
      """;

  private static final String CORRECT =
      """
      UPDATE notification_offers
      SET context = ?
      WHERE session_id = ? AND context = ? AND at > ?
      """;

  private OfferRows() {}

  static void insert(Connection connection, Notification offered, Recipient recipient, Visit visit)
      throws SQLException {
    Sql.update(
        connection,
        INSERT,
        offered.id().value(),
        visit.call().value(),
        recipient.session().value(),
        recipient.context(),
        UtcText.of(visit.at()));
  }

  /**
   * Puts what was offered after the context of {@code session} had begun, but before that was
   * known, into that context.
   *
   * @param begun when it had begun
   */
  static void correct(Connection connection, Session session, Instant begun) throws SQLException {
    int context = session.report().context().number();
    Sql.update(connection, CORRECT, context, session.id().value(), context - 1, UtcText.of(begun));
  }

  /** Forgets what the answer to {@code call} carried: it was not used. */
  static void delete(Connection connection, HookEventId call) throws SQLException {
    Sql.update(connection, "DELETE FROM notification_offers WHERE call_id = ?", call.value());
  }
}
