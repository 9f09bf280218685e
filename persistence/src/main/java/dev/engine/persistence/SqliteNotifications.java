package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationEvents;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.Seeing;
import dev.engine.domain.notification.Withdrawal;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@link Notifications} in SQLite. */
final class SqliteNotifications implements Notifications {

  private static final String BY_ID = "SELECT * FROM conversation_notifications WHERE id = ?";

  private static final String ABOUT =
      """
      SELECT * FROM conversation_notifications WHERE entity_id = ?
      ORDER BY created_at DESC, id DESC LIMIT ?
      """;

  private final Transactions transactions;
  private final NoticeQueue queue;
  private final JournalRows journal;

  SqliteNotifications(Transactions transactions, RandomGenerator random, JournalRows journal) {
    this.transactions = transactions;
    this.queue = new NoticeQueue(random, journal);
    this.journal = journal;
  }

  @Override
  public Queueing queue(Notice notice, Instant at) {
    return transactions.write(connection -> queue.add(connection, notice, at));
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return transactions.read(connection -> find(connection, id));
  }

  @Override
  public Listed<Notification> list(NotificationFilter filter, Page page) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder query = new StringBuilder("SELECT * FROM conversation_notifications WHERE ");
    query.append(condition(filter.progress()));
    if (filter.conversation() != null) {
      query.append(" AND conversation_id = ?");
      parameters.add(filter.conversation().value());
    }
    ORDER
        .start(page)
        .ifPresent(
            place -> {
              query.append(" AND (created_at, id) < (?, ?)");
              parameters.add(UtcText.of(place.at()));
              parameters.add(place.id().value());
            });
    query.append(" ORDER BY created_at DESC, id DESC LIMIT ?");
    parameters.add(page.rowsToFind());
    List<Notification> found =
        transactions.read(
            connection ->
                Sql.list(connection, NoticeRows::read, query.toString(), parameters.toArray()));
    return ORDER.listed(found, page);
  }

  @Override
  public List<Notification> about(String entityId, Limit limit) {
    return transactions.read(
        connection -> Sql.list(connection, NoticeRows::read, ABOUT, entityId, limit.rows()));
  }

  @Override
  public Withdrawal withdraw(NotificationId id, String reason, Instant at) {
    return transactions.write(
        connection -> {
          Optional<Notification> stored = find(connection, id);
          if (stored.isEmpty()) {
            return new Withdrawal.NoSuchNotification(id);
          }
          if (!stored.get().isWaiting()) {
            return new Withdrawal.SettledBefore(stored.get());
          }
          Notification next = stored.get().withdrawn(at, reason);
          return new Withdrawal.WithdrawnNow(stored(connection, stored.get(), next, at));
        });
  }

  @Override
  public Seeing see(NotificationId id, Instant at) {
    return transactions.write(
        connection -> {
          Optional<Notification> stored = find(connection, id);
          if (stored.isEmpty()) {
            return new Seeing.NoSuchNotification(id);
          }
          return switch (stored.get().state().standing()) {
            case CONFIRMED ->
                new Seeing.SeenNow(stored(connection, stored.get(), stored.get().seen(at), at));
            case SEEN -> new Seeing.SeenBefore(stored.get());
            case QUEUED, OFFERED, WITHDRAWN, EXPIRED, DEAD -> new Seeing.NotArrived(stored.get());
          };
        });
  }

  private Notification stored(
      Connection connection, Notification before, Notification next, Instant at)
      throws SQLException {
    NoticeRows.update(connection, before, next);
    journal.add(connection, List.of(NotificationEvents.changed(before, next, at)));
    return next;
  }

  private static Optional<Notification> find(Connection connection, NotificationId id)
      throws SQLException {
    return Sql.first(connection, NoticeRows::read, BY_ID, id.value());
  }

  private static String condition(NotificationFilter.Progress progress) {
    return switch (progress) {
      case WAITING -> NoticeRows.WAITING;
      case TOLD -> "confirmed_at IS NOT NULL";
      case DROPPED -> "closed_at IS NOT NULL AND state <> 'dead'";
      case DEAD -> "state = 'dead'";
      case ANY -> "TRUE";
    };
  }
}
