package dev.engine.domain.notification;

import dev.engine.domain.Limit;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.hook.InMemoryHookCalls;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.quiet.QuietTimes;
import dev.engine.domain.session.InMemorySessions;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.domain.worker.Workers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** {@link Deliveries} for the tests of everything above storage. */
public final class InMemoryDeliveries implements Deliveries {

  /** An offer that may have arrived. */
  private record Made(
      NotificationId notification, SessionId to, int context, HookEventId call, Instant at) {}

  /** Sessions change it while they are locked themselves. */
  private final List<Made> offers = new CopyOnWriteArrayList<>();

  private final InMemoryNotifications notifications;
  private final InMemorySessions sessions;
  private final InMemoryHookCalls calls;
  private final Workers workers;
  private final Pings pings;
  private final QuietTimes quietTimes;
  private final InMemoryJournal journal;
  private final List<Wake> wakes = new ArrayList<>();

  public InMemoryDeliveries(
      InMemoryNotifications notifications,
      InMemorySessions sessions,
      InMemoryHookCalls calls,
      Workers workers,
      Pings pings,
      QuietTimes quietTimes,
      InMemoryJournal journal) {
    this.notifications = notifications;
    this.sessions = sessions;
    this.calls = calls;
    this.workers = workers;
    this.pings = pings;
    this.quietTimes = quietTimes;
    this.journal = journal;
    sessions.tellLateBeginningsTo(
        (session, begun) -> offers.replaceAll(made -> corrected(made, session, begun)));
  }

  private record Wake(HookEventId call, ConversationId conversation, Instant at) {}

  @Override
  public synchronized Handout visit(Visit visit) {
    return sessions
        .find(visit.session())
        .map(session -> visited(recipient(session), visit))
        .orElse(Handout.NOTHING);
  }

  @Override
  public synchronized Waking wake(Waiter waiter, Instant now) {
    Session session = sessions.withClaudeId(waiter.session()).orElse(null);
    if (session == null) {
      return new Waking.NotYet(null);
    }
    if (waiter.isOutrunBy(session)) {
      return new Waking.NoMore();
    }
    if (!mayWake(session, now)) {
      return new Waking.NotYet(session.conversation());
    }
    Recipient recipient = recipient(session);
    Visit visit = new Visit(session.id(), Occasion.IDLE, waiter.call(), now);
    Handout handout = visited(recipient, visit);
    if (handout.isEmpty()) {
      return new Waking.NotYet(session.conversation());
    }
    wakes.add(new Wake(waiter.call(), session.conversation(), now));
    journal.add(NotificationEvents.woken(recipient, handout, now));
    return new Waking.Woken(handout);
  }

  @Override
  public synchronized List<Notification> takeBack(HookEventId call, Door by, Instant at) {
    return calls.markAgain(call, by) ? takenBack(call, at) : List.of();
  }

  @Override
  public synchronized List<Notification> giveBack(HookEventId waiter, Instant at) {
    wakes.removeIf(wake -> wake.call().equals(waiter));
    return takenBack(waiter, at);
  }

  @Override
  public synchronized int settle(Instant now, Limit most) {
    List<Notification> due =
        notifications.oldestFirst(
            stored -> stored.isExpiredAt(now) || !reconsidered(stored, now).equals(stored));
    List<Notification> settled = due.stream().limit(most.rows()).toList();
    for (Notification next : settled) {
      Notification then = next.isExpiredAt(now) ? next.expired(now) : reconsidered(next, now);
      notifications.change(next, then, now);
    }
    return settled.size();
  }

  private List<Notification> takenBack(HookEventId call, Instant at) {
    offers.removeIf(offer -> offer.call().equals(call));
    return notifications.oldestFirst(stored -> isCarriedBy(stored, call)).stream()
        .filter(carried -> !carried.takenBack().equals(carried))
        .map(carried -> notifications.change(carried, carried.takenBack(), at))
        .toList();
  }

  private boolean mayWake(Session session, Instant now) {
    List<Instant> lately =
        wakes.stream()
            .filter(wake -> wake.conversation().equals(session.conversation()))
            .map(Wake::at)
            .toList();
    return Waiter.canWake(session)
        && quietTimes.list().stream().noneMatch(time -> time.covers(session.conversation(), now))
        && WakeBudget.isLeft(lately, now);
  }

  private Handout visited(Recipient recipient, Visit visit) {
    if (visit.occasion().isProof()) {
      notifications
          .oldestFirst(any -> true)
          .forEach(open -> notifications.change(open, open.provenBy(recipient, visit), visit.at()));
    }
    for (Notification claim : notifications.oldestFirst(isFor(recipient.conversation()))) {
      notifications.change(claim, reconsidered(claim, visit.at()), visit.at());
    }
    boolean isHeard = visit.occasion().isCarrier() && recipient.isLive();
    if (!isHeard || calls.cameAgain(visit.call())) {
      return Handout.NOTHING;
    }
    carryOver(recipient, visit);
    List<Notification> claimed = claim(recipient, visit);
    int waiting =
        notifications.oldestFirst(isFor(recipient.conversation()).and(this::isQueued)).size();
    return new Handout(claimed, waiting);
  }

  private void carryOver(Recipient to, Visit visit) {
    Predicate<Notification> isLeftBehind =
        stored -> stored.notice().conversation().isEarlierDayThan(to.conversation());
    for (Notification waiting : notifications.oldestFirst(isLeftBehind)) {
      Notification free =
          notifications.change(waiting, reconsidered(waiting, visit.at()), visit.at());
      boolean isSomebodyThere =
          sessions.liveIn(free.notice().conversation()).stream().findAny().isPresent();
      if (isQueued(free) && to.takesOver(visit, isSomebodyThere)) {
        notifications.move(free, to.conversation(), visit.at());
      }
    }
  }

  private List<Notification> claim(Recipient recipient, Visit visit) {
    List<Notification> due =
        notifications
            .oldestFirst(
                isFor(recipient.conversation())
                    .and(stored -> stored.isDueFor(recipient, visit.at()))
                    .and(stored -> !wasOffered(stored, recipient)))
            .stream()
            .sorted(Comparator.comparing(InMemoryDeliveries::urgency).reversed())
            .toList();
    List<Notification> claimed = new ArrayList<>();
    for (Notification next : due) {
      if (claimed.size() < MOST_AT_ONCE) {
        Notification then = offered(next, recipient, visit);
        notifications.change(next, then, visit.at());
        if (then.state() instanceof State.Offered) {
          offers.add(
              new Made(
                  then.id(), recipient.session(), recipient.context(), visit.call(), visit.at()));
          claimed.add(then);
        }
      }
    }
    return claimed;
  }

  private static Made corrected(Made made, Session session, Instant begun) {
    int context = session.report().context().number();
    boolean isOfThatContext =
        made.to().equals(session.id()) && made.context() == context - 1 && made.at().isAfter(begun);
    return isOfThatContext
        ? new Made(made.notification(), made.to(), context, made.call(), made.at())
        : made;
  }

  private boolean wasOffered(Notification stored, Recipient recipient) {
    return offers.stream()
        .anyMatch(
            made ->
                made.notification().equals(stored.id())
                    && made.to().equals(recipient.session())
                    && made.context() == recipient.context());
  }

  private Notification offered(Notification due, Recipient recipient, Visit visit) {
    if (due.isExpiredAt(visit.at())) {
      return due.expired(visit.at());
    }
    return isStillTrue(due)
        ? due.offered(recipient, visit)
        : due.withdrawn(visit.at(), "no longer true");
  }

  private boolean isStillTrue(Notification due) {
    Notice notice = due.notice();
    String id = notice.entityId();
    return switch (notice.terms().stillTrue()) {
      case ALWAYS -> true;
      case WORKER_COMPLETE -> isWorker(notice, WorkerStatus.COMPLETE);
      case WORKER_FAILED -> isWorker(notice, WorkerStatus.FAILED);
      case PING_OPEN -> pings.find(new PingId(id)).filter(ping -> ping.isOpen()).isPresent();
      case CONTEXT_WARNED ->
          sessions
              .find(new SessionId(id))
              .filter(Session::isLive)
              .filter(
                  session ->
                      session
                          .report()
                          .context()
                          .stillHolds(notice.terms().generation(), due.createdAt()))
              .isPresent();
    };
  }

  private boolean isWorker(Notice notice, WorkerStatus status) {
    return workers
        .find(new WorkerId(notice.entityId()))
        .filter(worker -> worker.run().generation() == notice.terms().generation())
        .filter(worker -> worker.status() == status)
        .isPresent();
  }

  private Notification reconsidered(Notification stored, Instant now) {
    return Optional.ofNullable(stored.state().offer())
        .flatMap(offer -> sessions.find(offer.to()))
        .map(session -> stored.reconsidered(recipient(session), now))
        .orElse(stored);
  }

  private boolean isQueued(Notification stored) {
    return stored.state() instanceof State.Queued;
  }

  private static boolean isCarriedBy(Notification stored, HookEventId call) {
    Offer offer = stored.state().offer();
    return offer != null && offer.carrier().equals(call);
  }

  private static Predicate<Notification> isFor(ConversationId conversation) {
    return stored -> stored.notice().conversation().equals(conversation);
  }

  private static Urgency urgency(Notification stored) {
    return stored.notice().terms().urgency();
  }

  private static Recipient recipient(Session session) {
    return new Recipient(
        session.id(),
        session.conversation(),
        session.report().context().number(),
        session.isLive(),
        session.report().lastSeenAt());
  }
}
