package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Handout;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationEvents;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Offer;
import dev.engine.domain.notification.Recipient;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.notification.Waiter;
import dev.engine.domain.notification.WakeBudget;
import dev.engine.domain.notification.Waking;
import dev.engine.domain.session.Session;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@link Deliveries} in SQLite. What becomes of a notification is decided by the domain, inside the
 * lock; plain JDBC, because hooks need it (ADR 0007).
 */
final class SqliteDeliveries implements Deliveries {

  private static final List<Urgency> WORST_FIRST =
      Arrays.stream(Urgency.values()).sorted(Comparator.reverseOrder()).toList();

  /** More than these need not be counted: nobody reads on. */
  private static final int MOST_COUNTED = 1_000;

  /** What was given up in doubt is among them. */
  private static final String OFFERED_TO_IT =
      "offered_to = ? AND offered_context = ? AND confirmed_at IS NULL";

  private static final String OFFERED_IN_ITS_CONVERSATION =
      "state = 'offered' AND conversation_id = ?";

  private static final String QUEUED = "state = 'queued' AND conversation_id = ?";

  /** Those of earlier days of a chief; for another conversation there are none. */
  private static final String LEFT_BEHIND =
      "conversation_id >= ? AND conversation_id < ? AND " + NoticeRows.WAITING;

  private static final String ANYTHING =
      """
      SELECT 1
      WHERE EXISTS (SELECT 1 FROM conversation_notifications WHERE %s)
        OR EXISTS (SELECT 1 FROM conversation_notifications WHERE %s)
        OR EXISTS (SELECT 1 FROM conversation_notifications WHERE %s)
        OR EXISTS (SELECT 1 FROM conversation_notifications WHERE %s)
      """
          .formatted(OFFERED_TO_IT, OFFERED_IN_ITS_CONVERSATION, QUEUED, LEFT_BEHIND);

  private static final String DUE =
      """
      SELECT * FROM conversation_notifications
      WHERE state = 'queued'
        AND conversation_id = ?
        AND urgency = ?
        AND (not_before IS NULL OR not_before <= ?)
        AND NOT EXISTS (
          SELECT 1 FROM notification_offers
          WHERE notification_id = conversation_notifications.id AND session_id = ? AND context = ?)
      ORDER BY created_at, id
      LIMIT ?
      """;

  private static final String COUNT =
      "SELECT count(*) FROM (SELECT 1 FROM conversation_notifications WHERE %s LIMIT %d)"
          .formatted(QUEUED, MOST_COUNTED);

  private final Transactions transactions;
  private final JournalRows journal;

  SqliteDeliveries(Transactions transactions, JournalRows journal) {
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public Handout visit(Visit visit) {
    // As a rule nothing waits, and nobody's turn to write is taken for that.
    boolean isAnything = transactions.read(connection -> isAnythingFor(connection, visit));
    return isAnything
        ? transactions.write(connection -> visited(connection, visit))
        : Handout.NOTHING;
  }

  @Override
  public Waking wake(Waiter waiter, Instant now) {
    Optional<Waking> atOnce = transactions.read(connection -> notWoken(connection, waiter, now));
    return atOnce.orElseGet(() -> transactions.write(connection -> woken(connection, waiter, now)));
  }

  @Override
  public List<Notification> takeBack(HookEventId call, Door by, Instant at) {
    return transactions.write(
        connection ->
            HookCallRows.markAgain(connection, call, by)
                ? takenBack(connection, call, at)
                : List.of());
  }

  @Override
  public List<Notification> giveBack(HookEventId waiter, Instant at) {
    return transactions.write(
        connection -> {
          WakeRows.remove(connection, waiter);
          return takenBack(connection, waiter, at);
        });
  }

  @Override
  public int settle(Instant now, Limit most) {
    return transactions.write(
        connection -> {
          int expired = expire(connection, now, most.rows());
          List<Notification> oldestClaims =
              found(connection, "state = 'offered' ORDER BY offered_at, id LIMIT ?", most.rows());
          int left = most.rows() - expired;
          return expired + reconsider(connection, oldestClaims, now, left);
        });
  }

  private List<Notification> takenBack(Connection connection, HookEventId call, Instant at)
      throws SQLException {
    List<Notification> freed = new ArrayList<>();
    for (Notification carried :
        found(connection, "offered_by = ? ORDER BY created_at, id", call.value())) {
      Notification free = changed(connection, carried, carried.takenBack(), at);
      if (!free.equals(carried)) {
        freed.add(free);
      }
    }
    OfferRows.delete(connection, call);
    return freed;
  }

  /** Why the session is not woken; empty if there may be something to wake it for. */
  private static Optional<Waking> notWoken(Connection connection, Waiter waiter, Instant now)
      throws SQLException {
    Optional<Session> found = SessionRows.findNewest(connection, waiter.session());
    if (found.isEmpty()) {
      return Optional.of(new Waking.NotYet(null));
    }
    Session session = found.get();
    if (waiter.isOutrunBy(session)) {
      return Optional.of(new Waking.NoMore());
    }
    boolean mayBe =
        Waiter.canWake(session)
            && isAnythingFor(connection, visit(session, waiter, now))
            && !QuietRows.isQuiet(connection, session.conversation(), now)
            && WakeBudget.isLeft(WakeRows.of(connection, session.conversation()), now);
    return mayBe ? Optional.empty() : Optional.of(new Waking.NotYet(session.conversation()));
  }

  private Waking woken(Connection connection, Waiter waiter, Instant now) throws SQLException {
    Optional<Waking> not = notWoken(connection, waiter, now);
    if (not.isPresent()) {
      return not.get();
    }
    Session session = SessionRows.findNewest(connection, waiter.session()).orElseThrow();
    Recipient recipient = Recipients.find(connection, session.id()).orElseThrow();
    Handout handout = visited(connection, visit(session, waiter, now));
    if (handout.isEmpty()) {
      return new Waking.NotYet(session.conversation());
    }
    WakeRows.add(connection, waiter.call(), session.conversation(), now);
    journal.add(connection, List.of(NotificationEvents.woken(recipient, handout, now)));
    return new Waking.Woken(handout);
  }

  private static Visit visit(Session session, Waiter waiter, Instant now) {
    return new Visit(session.id(), Occasion.IDLE, waiter.call(), now);
  }

  private static boolean isAnythingFor(Connection connection, Visit visit) throws SQLException {
    Optional<Recipient> recipient = Recipients.find(connection, visit.session());
    if (recipient.isEmpty()) {
      return false;
    }
    String conversation = recipient.get().conversation().value();
    return Sql.exists(
        connection,
        ANYTHING,
        visit.session().value(),
        recipient.get().context(),
        conversation,
        conversation,
        ConversationId.CHIEF,
        Recipients.chiefsDay(recipient.get()));
  }

  private Handout visited(Connection connection, Visit visit) throws SQLException {
    Recipient recipient = Recipients.find(connection, visit.session()).orElseThrow();
    String conversation = recipient.conversation().value();
    if (visit.occasion().isProof()) {
      prove(connection, recipient, visit);
    }
    reconsider(
        connection,
        found(connection, OFFERED_IN_ITS_CONVERSATION, conversation),
        visit.at(),
        Integer.MAX_VALUE);
    boolean isHeard = visit.occasion().isCarrier() && recipient.isLive();
    if (!isHeard || HookCallRows.cameAgain(connection, visit.call())) {
      return Handout.NOTHING;
    }
    carryOver(connection, recipient, visit);
    List<Notification> claimed = claim(connection, recipient, visit);
    return new Handout(claimed, count(connection, conversation));
  }

  private void prove(Connection connection, Recipient recipient, Visit visit) throws SQLException {
    for (Notification open :
        found(connection, OFFERED_TO_IT, recipient.session().value(), recipient.context())) {
      changed(connection, open, open.provenBy(recipient, visit), visit.at());
    }
  }

  /** Frees the claims that came to nothing, and says how many of at most {@code most} that were. */
  private int reconsider(Connection connection, List<Notification> claims, Instant now, int most)
      throws SQLException {
    int count = 0;
    for (Notification claim : claims) {
      if (count < most) {
        Notification next = reconsidered(connection, claim, now);
        count += next.equals(claim) ? 0 : 1;
      }
    }
    return count;
  }

  private Notification reconsidered(Connection connection, Notification waiting, Instant now)
      throws SQLException {
    Offer offer = waiting.state().offer();
    if (offer == null) {
      return waiting;
    }
    Recipient to = Recipients.find(connection, offer.to()).orElseThrow(); // a foreign key
    return changed(connection, waiting, waiting.reconsidered(to, now), now);
  }

  private void carryOver(Connection connection, Recipient to, Visit visit) throws SQLException {
    List<Notification> left =
        found(
            connection,
            LEFT_BEHIND + " ORDER BY conversation_id, created_at, id LIMIT " + MOST_COUNTED,
            ConversationId.CHIEF,
            Recipients.chiefsDay(to));
    for (Notification waiting : left) {
      Notification free = reconsidered(connection, waiting, visit.at());
      ConversationId from = free.notice().conversation();
      if (free.state() instanceof Notification.State.Queued
          && to.takesOver(visit, Recipients.isSomebodyIn(connection, from))) {
        move(connection, free, to.conversation(), visit.at());
      }
    }
  }

  private void move(Connection connection, Notification queued, ConversationId to, Instant at)
      throws SQLException {
    Notification moved = queued.movedTo(to);
    if (NoticeQueue.same(connection, moved.notice()).isPresent()) {
      changed(connection, queued, queued.withdrawn(at, "the same is told in " + to), at);
      return;
    }
    NoticeRows.update(connection, queued, moved);
    ConversationId from = queued.notice().conversation();
    journal.add(connection, List.of(NotificationEvents.moved(moved, from, at)));
  }

  private List<Notification> claim(Connection connection, Recipient recipient, Visit visit)
      throws SQLException {
    List<Notification> claimed = new ArrayList<>();
    for (Urgency urgency : WORST_FIRST) {
      List<Notification> due = due(connection, recipient, visit, urgency, claimed.size());
      while (!due.isEmpty()) { // none of these is due again: each is claimed or settled
        for (Notification next : due) {
          offered(connection, next, recipient, visit).ifPresent(claimed::add);
        }
        due = due(connection, recipient, visit, urgency, claimed.size());
      }
    }
    return claimed;
  }

  private static List<Notification> due(
      Connection connection, Recipient recipient, Visit visit, Urgency urgency, int claimedCount)
      throws SQLException {
    return claimedCount == MOST_AT_ONCE
        ? List.of()
        : Sql.list(
            connection,
            NoticeRows::read,
            DUE,
            recipient.conversation().value(),
            urgency.wireName(),
            UtcText.of(visit.at()),
            recipient.session().value(),
            recipient.context(),
            MOST_AT_ONCE - claimedCount);
  }

  private Optional<Notification> offered(
      Connection connection, Notification due, Recipient recipient, Visit visit)
      throws SQLException {
    if (due.isExpiredAt(visit.at())) {
      changed(connection, due, due.expired(visit.at()), visit.at());
      return Optional.empty();
    }
    if (!Truths.holds(connection, due)) {
      Notification untrue = due.withdrawn(visit.at(), "no longer true");
      changed(connection, due, untrue, visit.at());
      return Optional.empty();
    }
    OfferRows.insert(connection, due, recipient, visit);
    return Optional.of(changed(connection, due, due.offered(recipient, visit), visit.at()));
  }

  private int expire(Connection connection, Instant now, int most) throws SQLException {
    List<Notification> over =
        found(
            connection,
            "state = 'queued' AND expires_at <= ? ORDER BY expires_at, id LIMIT ?",
            UtcText.of(now),
            most);
    for (Notification queued : over) {
      changed(connection, queued, queued.expired(now), now);
    }
    return over.size();
  }

  /** Stores {@code next} and tells of it, unless it is {@code before}. */
  private Notification changed(
      Connection connection, Notification before, Notification next, Instant at)
      throws SQLException {
    if (!next.equals(before)) {
      NoticeRows.update(connection, before, next);
      journal.add(connection, List.of(NotificationEvents.changed(before, next, at)));
    }
    return next;
  }

  private static List<Notification> found(
      Connection connection, String condition, Object... parameters) throws SQLException {
    return Sql.list(
        connection,
        NoticeRows::read,
        "SELECT * FROM conversation_notifications WHERE " + condition,
        parameters);
  }

  private static int count(Connection connection, String conversation) throws SQLException {
    return Sql.first(connection, row -> row.getInt(1), COUNT, conversation).orElse(0);
  }
}
