package dev.engine.persistence;

import static java.util.stream.Collectors.joining;

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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of conversation_notifications: the one place that knows which column holds what. Plain JDBC,
 * because hooks read and write them (ADR 0007).
 */
final class NoticeRows {

  /**
   * What is still to be told. In the words of the indexes, or SQLite would not see that they fit.
   */
  static final String WAITING = "confirmed_at IS NULL AND closed_at IS NULL";

  /** How much of that there is for the conversation of a row of sessions. */
  static final String WAITING_COUNT =
      "(SELECT count(*) FROM conversation_notifications"
          + " WHERE conversation_id = sessions.conversation_id AND "
          + WAITING
          + ")";

  private static final String INSERT =
      """
      INSERT INTO conversation_notifications (
        id, conversation_id, notification_type, entity_id, title, body, created_at, generation,
        urgency, sender, still_true, not_before, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  /** A column that can change, and what it holds of a notification. */
  private record Column(String name, Function<Notification, @Nullable Object> value) {

    boolean differs(Notification before, Notification next) {
      return !Objects.equals(value.apply(before), value.apply(next));
    }
  }

  private static final List<Column> CHANGING =
      List.of(
          new Column("conversation_id", next -> next.notice().conversation().value()),
          new Column("state", next -> next.state().standing().wireName()),
          new Column("attempts", next -> next.state().attempts()),
          new Column("offered_at", next -> ofOffer(next, offer -> UtcText.of(offer.at()))),
          new Column("offered_to", next -> ofOffer(next, offer -> offer.to().value())),
          new Column("offered_context", next -> ofOffer(next, Offer::context)),
          new Column("offered_by", next -> ofOffer(next, offer -> offer.carrier().value())),
          new Column("confirmed_at", next -> text(next.state().confirmedAt())),
          new Column("notified_at", next -> ofArrived(next, offer -> UtcText.of(offer.at()))),
          new Column("session_id", next -> ofArrived(next, offer -> offer.to().value())),
          new Column("seen_at", NoticeRows::seenAt),
          new Column("closed_at", next -> text(next.state().closedAt())),
          new Column("closed_reason", NoticeRows::reason));

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

  /**
   * Makes the stored {@code before} into {@code next}. Only the columns that differ are named:
   * SQLite writes every index anew that a named column is part of, and an offer is part of few of
   * the many.
   */
  static void update(Connection connection, Notification before, Notification next)
      throws SQLException {
    List<Column> changed =
        CHANGING.stream().filter(column -> column.differs(before, next)).toList();
    String assignments = changed.stream().map(c -> c.name() + " = ?").collect(joining(", "));
    Sql.update(
        connection,
        "UPDATE conversation_notifications SET " + assignments + " WHERE id = ?",
        Stream.concat(
                changed.stream().map(column -> column.value().apply(next)),
                Stream.of(next.id().value()))
            .toArray());
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
          new State.Dead(
              UtcText.parse(row.getString("closed_at")), row.getInt("attempts"), doubtful(row));
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

  private static @Nullable Object ofOffer(Notification notification, Function<Offer, Object> part) {
    Offer offer = notification.state().offer();
    return offer == null ? null : part.apply(offer);
  }

  private static @Nullable Object ofArrived(
      Notification notification, Function<Offer, Object> part) {
    return notification.state().confirmedAt() == null ? null : ofOffer(notification, part);
  }

  private static @Nullable Object seenAt(Notification notification) {
    return notification.state() instanceof State.Seen seen ? UtcText.of(seen.at()) : null;
  }

  private static @Nullable Object reason(Notification notification) {
    return notification.state() instanceof State.Withdrawn withdrawn ? withdrawn.reason() : null;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : UtcText.of(time);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UtcText.parse(text);
  }
}
