package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Offer;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a simulation knows of its notices by itself: who has really read them, and whether they are
 * still true. After each step it holds the store against that.
 */
final class SimulatedNotices {

  private static final Limit MANY = new Limit(1_000);

  private static final Comparator<Notification> ORDER =
      Comparator.comparing(SimulatedNotices::terms, Comparator.comparing(Terms::urgency).reversed())
          .thenComparing(Notification::createdAt)
          .thenComparing(each -> each.id().value());

  /** That an answer to a call, in which a notice was, was read. */
  private record Reading(HookEventId call, NotificationId notice) {}

  private final Storage store;
  private final SimulatedWays ways;
  private final SimulationLog log;
  private final Map<NotificationId, LedgerReplay> replays = new LinkedHashMap<>();
  private final Map<NotificationId, BooleanSupplier> truths = new HashMap<>();
  private final Set<Reading> readings = new HashSet<>();
  private final Set<NotificationId> withdrawn = new HashSet<>();
  private final Set<HookEventId> cutOff = new HashSet<>();
  private final Set<ConversationId> conversations = new LinkedHashSet<>();
  private long position;

  SimulatedNotices(Storage store, SimulatedWays ways, SimulationLog log) {
    this.store = store;
    this.ways = ways;
    this.log = log;
  }

  /** Every conversation that there was, in the order in which they were begun. */
  List<ConversationId> conversations() {
    return List.copyOf(conversations);
  }

  /** Remembers under which condition what is about {@code entity} is true. */
  void isTrueWhile(Notification queued, BooleanSupplier condition) {
    truths.put(queued.id(), condition);
  }

  void isWithdrawn(NotificationId id) {
    withdrawn.add(id);
  }

  /**
   * The client has killed the hook of {@code call} and gone on: what its answer carried may count
   * as told, which nobody can help (ADR 0017).
   */
  void isCutOff(HookEventId call) {
    cutOff.add(call);
  }

  /** The client has read {@code answer} into {@code context}. */
  void isRead(SimulatedCall call, String answer, SimulatedContext context) {
    Set<NotificationId> told = SimulatedContext.told(answer);
    assertThat(answer.isEmpty()).isEqualTo(told.isEmpty());
    assertThat(told).hasSizeLessThanOrEqualTo(Deliveries.MOST_AT_ONCE);
    if (!told.isEmpty()) {
      log.tell("read: " + told);
    }
    List<Notification> stored = told.stream().map(this::find).toList();
    assertThat(stored).as("the most urgent first, then the oldest").isSortedAccordingTo(ORDER);
    for (NotificationId notice : told) {
      readings.add(new Reading(call.id(), notice));
      assertThat(context.takesIn(notice))
          .as("told twice in one context: %s %s", notice, replays.get(notice))
          .isTrue();
    }
    requireNoneLeftOut(stored, call, context);
  }

  /** How often a notice was read by a model. */
  int toldCount() {
    return readings.size();
  }

  /** Holds what has changed since the last time against what is known. */
  void check() {
    Set<NotificationId> changed = new LinkedHashSet<>();
    List<Event> news = store.journal().after(position, EventFilter.ALL, MANY);
    while (!news.isEmpty()) {
      for (Event event : news) {
        take(event, changed);
      }
      position = news.getLast().position();
      news = store.journal().after(position, EventFilter.ALL, MANY);
    }
    changed.forEach(id -> check(find(id)));
  }

  /** Those that still may be told. */
  List<Notification> waiting() {
    return replays.keySet().stream().map(this::find).filter(Notification::isWaiting).toList();
  }

  /** Fails unless each notice came to an end that what happened explains. */
  void requireAllSettled() {
    for (Map.Entry<NotificationId, LedgerReplay> each : replays.entrySet()) {
      Notification stored = find(each.getKey());
      assertThat(stored.isWaiting()).as("still waits: %s %s", stored, each.getValue()).isFalse();
      check(stored);
    }
  }

  private void take(Event event, Set<NotificationId> changed) {
    Happening told = event.happening();
    if (told.conversation() != null) {
      conversations.add(told.conversation());
    }
    Subject subject = told.subject();
    if (subject == null || subject.kind() != Subject.Kind.NOTIFICATION) {
      return;
    }
    NotificationId id = new NotificationId(subject.id());
    replays.computeIfAbsent(id, first -> new LedgerReplay()).take(event);
    changed.add(id);
    if (event.kind().value().equals("notification.offered")) {
      requireWorthTelling(id, told.at());
    }
  }

  private void requireWorthTelling(NotificationId id, Instant at) {
    Terms terms = terms(find(id));
    assertThat(withdrawn).as("told after it was withdrawn").doesNotContain(id);
    assertThat(isTrue(id)).as("told though untrue: %s %s", id, replays.get(id)).isTrue();
    Instant end = terms.expiresAt();
    assertThat(end == null || end.isAfter(at)).isTrue();
    assertThat(isBegun(terms, at)).isTrue();
  }

  private void check(Notification stored) {
    LedgerReplay replay = replay(stored.id());
    replay.requireExplains(stored);
    switch (stored.state()) {
      case State.Confirmed confirmed -> requireRead(stored, confirmed.offer());
      case State.Seen seen -> requireRead(stored, seen.offer());
      case State.Withdrawn gone -> requireReason(stored, gone);
      case State.Dead dead ->
          assertThat(replay.offers()).isGreaterThanOrEqualTo(Deliveries.MOST_ATTEMPTS);
      case State.Expired expired ->
          assertThat(terms(stored).expiresAt()).isBeforeOrEqualTo(expired.at());
      case State.Queued queued -> {}
      case State.Offered offered -> {}
    }
  }

  private void requireRead(Notification stored, Offer offer) {
    boolean isRead = readings.contains(new Reading(offer.carrier(), stored.id()));
    // An event that waits in the spool will show that its first answer was not used.
    assertThat(isRead || cutOff.contains(offer.carrier()) || ways.isSpooled(offer.carrier()))
        .as("told, says the ledger, but nobody read it: %s %s", stored, replays.get(stored.id()))
        .isTrue();
  }

  private void requireReason(Notification stored, State.Withdrawn gone) {
    boolean isJustified =
        switch (gone.reason()) {
          case "no longer true" -> !isTrue(stored.id());
          case "by hand" -> withdrawn.contains(stored.id());
          default ->
              gone.reason().startsWith("the same is told in ") && isSameTold(stored.notice());
        };
    assertThat(isJustified).as("%s %s", stored, replays.get(stored.id())).isTrue();
  }

  private boolean isSameTold(Notice notice) {
    return replays.keySet().stream()
        .map(this::find)
        .anyMatch(
            other ->
                other.notice().entityId().equals(notice.entityId())
                    && !other.notice().conversation().equals(notice.conversation()));
  }

  /** What could have been told as well must be less urgent or younger, and the answer full. */
  private void requireNoneLeftOut(
      List<Notification> told, SimulatedCall call, SimulatedContext context) {
    if (told.isEmpty()) {
      return;
    }
    Notification last = told.getLast();
    Offer offer = last.state().offer();
    ConversationId conversation = last.notice().conversation();
    for (NotificationId id : replays.keySet()) {
      Notification other = find(id);
      boolean isDue =
          other.state() instanceof State.Queued queued
              && queued.doubtful() == null
              && other.notice().conversation().equals(conversation)
              && isBegun(terms(other), call.at())
              && !context.holds(id)
              && (offer == null || !replay(id).isDoubtedIn(offer.to()))
              && !replay(id).wasOfferedAfter(call.at()); // else it may count as told here
      if (isDue) {
        assertThat(told).as("left out: %s", other).hasSize(Deliveries.MOST_AT_ONCE);
        assertThat(ORDER.compare(last, other)).as("came after: %s", other).isLessThan(0);
      }
    }
  }

  private boolean isTrue(NotificationId id) {
    BooleanSupplier condition = truths.get(id);
    return condition == null ? isStillWarned(find(id)) : condition.getAsBoolean();
  }

  /** Warnings of a context come by themselves, and hold for as long as it does. */
  private boolean isStillWarned(Notification stored) {
    Notice notice = stored.notice();
    return notice.terms().stillTrue() != StillTrue.CONTEXT_WARNED
        || store
            .sessions()
            .find(new SessionId(notice.entityId()))
            .filter(Session::isLive)
            .map(session -> session.report().context())
            .filter(it -> it.stillHolds(notice.terms().generation(), stored.createdAt()))
            .isPresent();
  }

  private Notification find(NotificationId id) {
    return store.notifications().find(id).orElseThrow();
  }

  private LedgerReplay replay(NotificationId id) {
    return Objects.requireNonNull(replays.get(id));
  }

  private static boolean isBegun(Terms terms, Instant at) {
    Instant start = terms.notBefore();
    return start == null || !start.isAfter(at);
  }

  private static Terms terms(Notification stored) {
    return stored.notice().terms();
  }

  /** The journal of those notices that {@code text} names. */
  String journalsNamedIn(String text) {
    Collection<String> named = new ArrayList<>();
    replays.forEach(
        (id, replay) -> {
          if (text.contains(id.value())) {
            named.add(id.value() + replay);
          }
        });
    return String.join("\n", named);
  }
}
