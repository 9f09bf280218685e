package dev.engine.persistence;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.id.WireName;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Offer;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.Standing;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.session.SessionId;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rows of conversation_notifications: the one place that knows which column holds what. Plain JDBC,
 * because hooks read and write them (ADR 0007).
 */
final class NoticeRows {

  private static final String INSERT =
      """
      INSERT INTO conversation_notifications (
        id, conversation_id, notification_type, entity_id, title, body, created_at, generation,
        urgency, sender, still_true, not_before, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE conversation_notifications
      SET conversation_id = ?, state = ?, attempts = ?, offered_at = ?, offered_to = ?,
        offered_context = ?, offered_by = ?, confirmed_at = ?, notified_at = ?, session_id = ?,
        seen_at = ?, closed_at = ?, closed_reason = ?
      WHERE id = ?
      """;

  private NoticeRows() {}

  /** Adds the row, and says whether neither its id nor the same notice was there. */
  static boolean insert(Connection connection, Notification queued) throws SQLException {
    Notice notice = queued.notice();
    Terms terms = notice.terms();
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
            UtcText.of(queued.createdAt()),
            terms.generation(),
            terms.urgency().wireName(),
            notice.sender().wireName(),
            terms.stillTrue().wireName(),
            text(terms.notBefore()),
            text(terms.expiresAt()));
    return added == 1;
  }

  /** Writes everything of a stored notification that can change. */
  static void update(Connection connection, Notification next) throws SQLException {
    State state = next.state();
    Offer offer = state.offer();
    boolean hasArrived = state.confirmedAt() != null;
    Sql.update(
        connection,
        UPDATE,
        next.notice().conversation().value(),
        state.standing().wireName(),
        state.attempts(),
        offer == null ? null : UtcText.of(offer.at()),
        offer == null ? null : offer.to().value(),
        offer == null ? null : offer.context(),
        offer == null ? null : offer.carrier().value(),
        text(state.confirmedAt()),
        offer == null || !hasArrived ? null : UtcText.of(offer.at()),
        offer == null || !hasArrived ? null : offer.to().value(),
        state instanceof State.Seen seen ? UtcText.of(seen.at()) : null,
        text(state.closedAt()),
        state instanceof State.Withdrawn withdrawn ? withdrawn.reason() : null,
        next.id().value());
  }

  /** Reads a row of {@code SELECT conversation_notifications.*}. */
  static Notification read(ResultSet row) throws SQLException {
    Terms terms =
        new Terms(
            row.getInt("generation"),
            WireName.of("urgency", Urgency.class, row.getString("urgency")),
            WireName.of("condition", StillTrue.class, row.getString("still_true")),
            time(row, "not_before"),
            time(row, "expires_at"));
    Notice notice =
        new Notice(
            new ConversationId(row.getString("conversation_id")),
            new NotificationType(row.getString("notification_type")),
            row.getString("entity_id"),
            Sender.of(row.getString("sender")),
            row.getString("title"),
            row.getString("body"),
            terms);
    return new Notification(
        new NotificationId(row.getString("id")),
        notice,
        UtcText.parse(row.getString("created_at")),
        state(row));
  }

  private static State state(ResultSet row) throws SQLException {
    Standing standing = WireName.of("state", Standing.class, row.getString("state"));
    return switch (standing) {
      case QUEUED -> new State.Queued(row.getInt("attempts"), doubtful(row));
      case OFFERED -> new State.Offered(offer(row));
      case CONFIRMED ->
          new State.Confirmed(offer(row), UtcText.parse(row.getString("confirmed_at")));
      case SEEN ->
          new State.Seen(
              offer(row),
              UtcText.parse(row.getString("confirmed_at")),
              UtcText.parse(row.getString("seen_at")));
      case WITHDRAWN ->
          new State.Withdrawn(
              UtcText.parse(row.getString("closed_at")), row.getString("closed_reason"));
      case EXPIRED -> new State.Expired(UtcText.parse(row.getString("closed_at")));
      case DEAD ->
          new State.Dead(UtcText.parse(row.getString("closed_at")), row.getInt("attempts"));
    };
  }

  private static @Nullable Offer doubtful(ResultSet row) throws SQLException {
    return row.getString("offered_at") == null ? null : offer(row);
  }

  private static Offer offer(ResultSet row) throws SQLException {
    return new Offer(
        new SessionId(row.getString("offered_to")),
        row.getInt("offered_context"),
        new HookEventId(row.getString("offered_by")),
        row.getInt("attempts"),
        UtcText.parse(row.getString("offered_at")));
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : UtcText.of(time);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UtcText.parse(text);
  }
}
