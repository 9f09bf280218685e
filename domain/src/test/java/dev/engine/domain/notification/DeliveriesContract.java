package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.BUILDER;
import static dev.engine.domain.notification.DeliveryExamples.at;
import static dev.engine.domain.notification.DeliveryExamples.call;
import static dev.engine.domain.notification.DeliveryExamples.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.Urgency;
import dev.engine.domain.context.ContextExamples;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Deliveries} promises. */
public interface DeliveriesContract {

  Limit MANY = new Limit(1_000);
  ConversationId SUNDAY = new ConversationId("chief-2026-01-04");
  ConversationId MONDAY = new ConversationId("chief-2026-01-05");

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private DeliveryExamples store() {
    return new DeliveryExamples(storage(new SplittableRandom(7)));
  }

  @Test
  default void whereNothingWaitsNothingIsTold() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");

    assertThat(store.visit(session, Occasion.BEGINNING, 1, 1)).isEqualTo(Handout.NOTHING);
  }

  @Test
  default void whatWaitsIsClaimedForTheAnswer() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);

    Handout handout = store.visit(session, Occasion.BEGINNING, 1, 1);

    State offered = new State.Offered(new Offer(session, 1, call(1), 1, at(1)));
    assertThat(handout.notifications()).containsExactly(store.found(queued));
    assertThat(handout.waitingCount()).isZero();
    assertThat(store.stateOf(queued)).isEqualTo(offered);
  }

  @Test
  default void anOccasionThatCarriesNothingClaimsNothing() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);

    Handout handout = store.visit(session, Occasion.PROGRESS, 1, 1);

    assertThat(handout).isEqualTo(Handout.NOTHING);
    assertThat(store.found(queued)).isEqualTo(queued);
  }

  @Test
  default void aLaterCallOfTheTurnShowsThatItHasArrived() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 1);

    store.visit(session, Occasion.PROGRESS, 2, 5);

    assertThat(store.stateOf(queued))
        .isEqualTo(new State.Confirmed(new Offer(session, 1, call(1), 1, at(1)), at(5)));
  }

  @Test
  default void neitherTheCallItselfNorOneThatItOvertookShowsAnything() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 5);

    store.visit(session, Occasion.PROGRESS, 1, 5);
    store.visit(session, Occasion.PROGRESS, 2, 4);

    assertThat(store.stateOf(queued)).isInstanceOf(State.Offered.class);
  }

  @Test
  default void aCallAfterTheClockWasSetBackCounts() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 3_600);

    store.visit(session, Occasion.PROGRESS, 2, 10);

    assertThat(store.stateOf(queued)).isInstanceOf(State.Confirmed.class);
  }

  @Test
  default void insideOneContextItIsOfferedOnce() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    store.queued(notice("x"), 0);
    store.visit(session, Occasion.BEGINNING, 1, 1);

    assertThat(store.visit(session, Occasion.BEGINNING, 2, 1).isEmpty()).isTrue();
    assertThat(store.visit(session, Occasion.TURN, 3, 2).isEmpty()).isTrue();
    assertThat(store.visit(session, Occasion.IDLE, 4, 500).isEmpty()).isTrue();
  }

  @Test
  default void whatAClearedSessionWasNotKnownToHaveHeardIsToldToTheNext() {
    DeliveryExamples store = store();
    SessionId first = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(first, Occasion.BEGINNING, 1, 1);
    store.clear(first, 2);
    SessionId second = store.session("b", BUILDER, 3);

    Handout handout = store.visit(second, Occasion.BEGINNING, 2, 3);

    assertThat(handout.notifications()).containsExactly(store.found(queued));
    assertThat(store.stateOf(queued))
        .isEqualTo(new State.Offered(new Offer(second, 1, call(2), 2, at(3))));
  }

  @Test
  default void whatAClearedSessionHasHeardIsNotRepeated() {
    DeliveryExamples store = store();
    SessionId first = store.session("a");
    store.queued(notice("x"), 0);
    store.visit(first, Occasion.TURN, 1, 1);
    store.visit(first, Occasion.PROGRESS, 2, 2);
    store.clear(first, 3);
    SessionId second = store.session("b", BUILDER, 4);

    assertThat(store.visit(second, Occasion.BEGINNING, 3, 4).isEmpty()).isTrue();
  }

  @Test
  default void aCompactionBeforeAnyProofHasItToldAgain() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 1);
    store.compact(session, 2);

    Handout handout = store.visit(session, Occasion.BEGINNING, 2, 2);

    assertThat(handout.notifications()).extracting(Notification::id).containsExactly(queued.id());
    assertThat(store.stateOf(queued))
        .isEqualTo(new State.Offered(new Offer(session, 2, call(2), 2, at(2))));
  }

  @Test
  default void anotherSessionIsToldOnlyAfterAMinuteOfSilence() {
    DeliveryExamples store = store();
    SessionId first = store.session("a");
    SessionId second = store.session("b");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(first, Occasion.BEGINNING, 1, 1);

    assertThat(store.visit(second, Occasion.TURN, 2, 60).isEmpty()).isTrue();
    assertThat(store.visit(second, Occasion.TURN, 3, 61).notifications())
        .extracting(Notification::id)
        .containsExactly(queued.id());
  }

  @Test
  default void afterSilenceAProofOfTheFirstStillCounts() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    Offer offer = new Offer(session, 1, call(1), 1, at(1));
    store.visit(session, Occasion.BEGINNING, 1, 1);
    store.visit(store.session("b", BUILDER, 70), Occasion.PROGRESS, 2, 70);
    assertThat(store.stateOf(queued)).isEqualTo(new State.Queued(1, offer));

    Handout handout = store.visit(session, Occasion.TURN, 3, 90);

    assertThat(handout.isEmpty()).isTrue();
    assertThat(store.stateOf(queued)).isEqualTo(new State.Confirmed(offer, at(90)));
  }

  @Test
  default void fiveAtATimeTheWorstAndThenTheOldestFirst() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    List<Notification> normal =
        IntStream.range(0, 6).mapToObj(i -> store.queued(notice("n" + i), i)).toList();
    Notification critical = store.queued(notice("c").on(Terms.PLAIN.with(Urgency.CRITICAL)), 10);

    Handout handout = store.visit(session, Occasion.TURN, 1, 20);
    Handout next = store.visit(session, Occasion.TURN, 2, 21);

    assertThat(handout.notifications())
        .extracting(Notification::id)
        .containsExactly(
            critical.id(),
            normal.get(0).id(),
            normal.get(1).id(),
            normal.get(2).id(),
            normal.get(3).id());
    assertThat(handout.waitingCount()).isEqualTo(2);
    assertThat(next.notifications())
        .extracting(Notification::id)
        .containsExactly(normal.get(4).id(), normal.get(5).id());
  }

  @Test
  default void whatIsHeldBackOrOverIsNotTold() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification early = store.queued(notice("early").on(Terms.PLAIN.notBefore(at(10))), 0);
    Notification over = store.queued(notice("over").on(Terms.PLAIN.until(at(5))), 0);

    Handout before = store.visit(session, Occasion.TURN, 1, 5);
    Handout then = store.visit(session, Occasion.TURN, 2, 10);

    assertThat(before.isEmpty()).isTrue();
    assertThat(store.stateOf(over)).isEqualTo(new State.Expired(at(5)));
    assertThat(then.notifications()).extracting(Notification::id).containsExactly(early.id());
  }

  @Test
  default void whatIsNoLongerTrueIsWithdrawn() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Appeal appeal = new Appeal(session, BUILDER, Urgency.NORMAL, "May I?");
    Ping answered = storage.pings().send(appeal, at(0));
    Ping open = storage.pings().send(appeal, at(0));
    Terms whileOpen = Terms.PLAIN.onlyIf(StillTrue.PING_OPEN);
    Notification untrue = store.queued(notice(answered.id().value()).on(whileOpen), 0);
    Notification still = store.queued(notice(open.id().value()).on(whileOpen), 0);
    storage.pings().acknowledge(answered.id(), at(1));

    Handout handout = store.visit(session, Occasion.TURN, 1, 2);

    assertThat(handout.notifications()).extracting(Notification::id).containsExactly(still.id());
    assertThat(store.stateOf(untrue)).isEqualTo(new State.Withdrawn(at(2), "no longer true"));
  }

  @Test
  default void theOutcomeOfAWorkerThatWasRunAgainIsWithdrawn() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Task task = new Task(Primitive.BUILD, "Build it.", null, BUILDER);
    Worker failed = WorkerExamples.failing(storage, WorkOrder.of(task), at(1));
    storage.workers().retry(failed.id(), at(2));
    WorkerExamples.claimed(storage, at(2));
    WorkerExamples.failed(storage, failed.id(), at(3));

    Handout handout = store.visit(session, Occasion.TURN, 1, 4);

    assertThat(handout.notifications())
        .extracting(told -> told.notice().terms().generation())
        .containsExactly(2);
    assertThat(storage.notifications().about(failed.id().value(), new Limit(2)))
        .last()
        .extracting(Notification::state)
        .isEqualTo(new State.Withdrawn(at(4), "no longer true"));
  }

  @Test
  default void aWarningOfAContextThatWasEmptiedIsWithdrawn() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    ClaudeSessionId claudeId = store.found(session).claudeId();
    storage.contextSamples().record(claudeId, ContextExamples.reading(71, 1));
    store.compact(session, 2);
    storage.contextSamples().record(claudeId, ContextExamples.reading(55, 3));

    Handout handout = store.visit(session, Occasion.TURN, 1, 4);

    assertThat(handout.notifications())
        .extracting(told -> told.notice().terms().generation())
        .containsExactly(250);
  }

  @Test
  default void anAnswerThatWasNeverUsedIsTakenBack() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.handled(1, Door.ENGINE);
    store.visit(session, Occasion.TURN, 1, 1);

    List<Notification> freed = storage.deliveries().takeBack(call(1), Door.SPOOL, at(2));

    assertThat(freed).containsExactly(queued);
    assertThat(store.visit(session, Occasion.TURN, 2, 3).notifications())
        .extracting(Notification::state)
        .containsExactly(new State.Offered(new Offer(session, 1, call(2), 1, at(3))));
  }

  @Test
  default void itIsTakenBackAlsoWhereALaterCallSeemedToConfirmIt() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.handled(1, Door.ENGINE);
    store.visit(session, Occasion.TURN, 1, 1);
    store.visit(session, Occasion.PROGRESS, 2, 2);

    List<Notification> freed = storage.deliveries().takeBack(call(1), Door.ONE_SHOT, at(3));

    assertThat(freed).containsExactly(queued);
    assertThat(storage.deliveries().takeBack(call(9), Door.ONE_SHOT, at(3))).isEmpty();
  }

  @Test
  default void whatAnEarlierWayBringsLateTakesNothingBack() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.handled(1, Door.ONE_SHOT);
    store.visit(session, Occasion.TURN, 1, 1);

    List<Notification> freed = storage.deliveries().takeBack(call(1), Door.ENGINE, at(2));

    assertThat(freed).isEmpty();
    assertThat(storage.deliveries().takeBack(call(1), Door.ONE_SHOT, at(3))).isEmpty();
    assertThat(store.stateOf(queued)).isInstanceOf(State.Offered.class);
  }

  @Test
  default void aCallThatCameAgainBeforeItsVisitIsToldNothing() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.handled(1, Door.ENGINE);
    storage.deliveries().takeBack(call(1), Door.SPOOL, at(1));

    Handout handout = store.visit(session, Occasion.TURN, 1, 1);

    assertThat(handout).isEqualTo(Handout.NOTHING);
    assertThat(store.found(queued)).isEqualTo(queued);
  }

  @Test
  default void whatMayHaveArrivedIsNotRepeatedAfterAnotherSessionFailedToo() {
    DeliveryExamples store = store();
    SessionId first = store.session("a");
    SessionId second = store.session("b");
    store.queued(notice("x"), 0);
    store.visit(first, Occasion.TURN, 1, 1);
    store.visit(second, Occasion.TURN, 2, 70);
    store.clear(second, 71);

    assertThat(store.visit(first, Occasion.TURN, 3, 80).isEmpty()).isTrue();
    assertThat(store.visit(store.session("c", BUILDER, 90), Occasion.TURN, 4, 90).isEmpty())
        .isFalse();
  }

  @Test
  default void whatMayHaveArrivedIsToldAgainOnceItIsKnownNotToHave() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId first = store.session("a");
    SessionId second = store.session("b");
    store.queued(notice("x"), 0);
    store.handled(1, Door.ENGINE);
    store.visit(first, Occasion.TURN, 1, 1);
    store.visit(second, Occasion.TURN, 2, 70);
    store.clear(second, 71);
    storage.deliveries().takeBack(call(1), Door.SPOOL, at(75));

    assertThat(store.visit(first, Occasion.TURN, 3, 80).isEmpty()).isFalse();
  }

  @Test
  default void whatWasOfferedAfterAContextBeganIsNotRepeatedWhenThatIsHeardOf() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 120);
    store.compactHeardLate(session, 60);

    assertThat(store.visit(session, Occasion.TURN, 3, 130).isEmpty()).isTrue();
    store.compact(session, 140);
    assertThat(store.visit(session, Occasion.BEGINNING, 4, 140).isEmpty()).isFalse();
  }

  @Test
  default void whatWasOfferedBeforeAContextBeganIsRepeatedInItThoughThatIsHeardOfLate() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 30);
    store.compactHeardLate(session, 60);

    assertThat(store.visit(session, Occasion.TURN, 3, 130).isEmpty()).isFalse();
  }

  @Test
  default void aCallHeardOfLateShowsNothingOfWhatWasOfferedAfterIt() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 3_600);

    store.visit(session, Occasion.LATE_PROGRESS, 2, 10);

    assertThat(store.stateOf(queued)).isInstanceOf(State.Offered.class);
  }

  @Test
  default void aCallHeardOfLateShowsWhatWasOfferedBeforeIt() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 5);

    store.visit(session, Occasion.LATE_PROGRESS, 2, 10);

    assertThat(store.stateOf(queued)).isInstanceOf(State.Confirmed.class);
  }

  @Test
  default void whatIsOfferedInVainOftenEnoughIsGivenUp() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    for (int attempt = 1; attempt <= Deliveries.MOST_ATTEMPTS; attempt++) {
      store.compact(session, attempt * 2);
      store.visit(session, Occasion.BEGINNING, attempt, attempt * 2 + 1);
    }
    store.compact(session, 20);

    Handout handout = store.visit(session, Occasion.BEGINNING, 9, 20);

    assertThat(handout.isEmpty()).isTrue();
    assertThat(store.stateOf(queued))
        .isEqualTo(new State.Dead(at(20), Deliveries.MOST_ATTEMPTS, null));
  }

  /** One that was offered to {@code session} as often as may be, and of which it told nothing. */
  private static Notification givenUpInSilence(DeliveryExamples store, SessionId session) {
    Notification queued = store.queued(notice("x"), 0);
    for (int attempt = 1; attempt <= Deliveries.MOST_ATTEMPTS; attempt++) {
      store.compact(session, attempt * 2);
      store.visit(session, Occasion.BEGINNING, attempt, attempt * 2 + 1);
    }
    store.visit(store.session("b", BUILDER, 100), Occasion.BEGINNING, 8, 100);
    return queued;
  }

  @Test
  default void whatWasGivenUpInASilentSessionIsConfirmedWhenItsTurnGoesOn() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = givenUpInSilence(store, session);
    State givenUp = store.stateOf(queued);

    store.visit(session, Occasion.TURN, 9, 200);

    assertThat(givenUp).isInstanceOf(State.Dead.class);
    assertThat(store.stateOf(queued))
        .isEqualTo(new State.Confirmed(Objects.requireNonNull(givenUp.offer()), at(200)));
    assertThat(store.found(queued).isWaiting()).isFalse();
  }

  @Test
  default void whatWasGivenUpIsNotConfirmedInAnotherContext() {
    DeliveryExamples store = store();
    SessionId session = store.session("a");
    Notification queued = givenUpInSilence(store, session);
    store.compact(session, 150);

    store.visit(session, Occasion.TURN, 9, 200);

    assertThat(store.stateOf(queued)).isInstanceOf(State.Dead.class);
  }

  @Test
  default void onlyItsOwnConversationIsToldOfIt() {
    DeliveryExamples store = store();
    SessionId other = store.session("a", new ConversationId("builder-00000002"), 0);
    store.queued(notice("x"), 0);

    assertThat(store.visit(other, Occasion.BEGINNING, 1, 1).isEmpty()).isTrue();
  }

  @Test
  default void aSessionThatIsNotThereIsToldNothing() {
    DeliveryExamples store = store();
    SessionId ended = store.session("a");
    store.clear(ended, 1);
    Notification queued = store.queued(notice("x"), 0);

    assertThat(store.visit(ended, Occasion.TURN, 1, 2).isEmpty()).isTrue();
    assertThat(store.visit(new SessionId("ffffffff"), Occasion.TURN, 2, 2).isEmpty()).isTrue();
    assertThat(store.found(queued)).isEqualTo(queued);
  }

  @Test
  default void theChiefOfANewDayIsToldWhatEarlierDaysWereNot() {
    DeliveryExamples store = store();
    SessionId sunday = store.session("a", SUNDAY, 0);
    Notification offered = store.queued(notice(SUNDAY, "offered"), 0);
    store.visit(sunday, Occasion.TURN, 1, 1);
    store.clear(sunday, 2);
    Notification queued = store.queued(notice(SUNDAY, "queued"), 3);
    SessionId monday = store.session("b", MONDAY, 10);

    Handout handout = store.visit(monday, Occasion.BEGINNING, 2, 10);

    assertThat(handout.notifications())
        .extracting(Notification::id)
        .containsExactly(offered.id(), queued.id());
    assertThat(store.found(queued).notice().conversation()).isEqualTo(MONDAY);
  }

  @Test
  default void aChiefWhoseDayIsOverKeepsWhatComesWhileItIsThere() {
    DeliveryExamples store = store();
    SessionId sunday = store.session("a", SUNDAY, 0);
    store.queued(notice(SUNDAY, "before"), 0);
    SessionId monday = store.session("b", MONDAY, 10);
    store.visit(monday, Occasion.BEGINNING, 1, 10);
    Notification later = store.queued(notice(SUNDAY, "later"), 11);

    assertThat(store.visit(monday, Occasion.TURN, 2, 12).isEmpty()).isTrue();
    assertThat(store.visit(sunday, Occasion.TURN, 3, 13).notifications())
        .extracting(Notification::id)
        .containsExactly(later.id());
  }

  @Test
  default void whatTheNewDayIsToldAlreadyIsNotToldAgain() {
    DeliveryExamples store = store();
    Notification same = store.queued(notice(SUNDAY, "x"), 0);
    store.queued(notice(MONDAY, "x"), 1);
    SessionId monday = store.session("b", MONDAY, 10);

    Handout handout = store.visit(monday, Occasion.BEGINNING, 1, 10);

    assertThat(handout.notifications()).hasSize(1);
    assertThat(store.stateOf(same))
        .isEqualTo(new State.Withdrawn(at(10), "the same is told in chief-2026-01-05"));
  }

  @Test
  default void whatNobodyComesByForIsSettled() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId gone = store.session("a");
    SessionId there = store.session("b", new ConversationId("builder-00000002"), 0);
    Notification claimed = store.queued(notice("x"), 0);
    Notification kept = store.queued(notice(store.found(there).conversation(), "y"), 0);
    store.visit(gone, Occasion.TURN, 1, 1);
    store.visit(there, Occasion.TURN, 2, 1);
    store.clear(gone, 2);
    Notification over = store.queued(notice("z").on(Terms.PLAIN.until(at(3))), 2);

    int settled = storage.deliveries().settle(at(4), MANY);

    assertThat(settled).isEqualTo(2);
    assertThat(store.stateOf(claimed)).isEqualTo(new State.Queued(1, null));
    assertThat(store.stateOf(over)).isEqualTo(new State.Expired(at(4)));
    assertThat(store.stateOf(kept)).isInstanceOf(State.Offered.class);
    assertThat(storage.deliveries().settle(at(4), MANY)).isZero();
  }

  @Test
  default void settlingStopsWhereItIsTold() {
    Storage storage = storage(new SplittableRandom(7));
    DeliveryExamples store = new DeliveryExamples(storage);
    IntStream.range(0, 3)
        .forEach(i -> store.queued(notice("n" + i).on(Terms.PLAIN.until(at(1))), 0));

    assertThat(storage.deliveries().settle(at(2), new Limit(2))).isEqualTo(2);
    assertThat(storage.deliveries().settle(at(2), new Limit(2))).isEqualTo(1);
  }

  @Test
  default void whatWasSeenOfTheSessionSinceEndsItsSilence() {
    DeliveryExamples store = store();
    SessionId first = store.session("a");
    store.queued(notice("x"), 0);
    store.visit(first, Occasion.BEGINNING, 1, 1);
    store.observe(first, new Signal.Seen(), 50);

    SessionId second = store.session("b", BUILDER, 60);

    assertThat(store.visit(second, Occasion.TURN, 2, 70).isEmpty()).isTrue();
    assertThat(store.visit(second, Occasion.TURN, 3, 110).isEmpty()).isFalse();
  }
}
