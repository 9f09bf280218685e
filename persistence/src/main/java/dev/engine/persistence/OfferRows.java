package dev.engine.persistence;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Recipient;
import dev.engine.domain.notification.Visit;
import java.sql.Connection;
import java.sql.SQLException;

/** Offers that may have arrived, as rows. */
final class OfferRows {

  private static final String INSERT =
      """
      INSERT INTO notification_offers (notification_id, call_id, session_id, context)
      VALUES (?, ?, ?, ?)
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
        recipient.context());
  }

  /** Forgets what the answer to {@code call} carried: it was not used. */
  static void delete(Connection connection, HookEventId call) throws SQLException {
    Sql.update(connection, "DELETE FROM notification_offers WHERE call_id = ?", call.value());
  }
}
