package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.BUILDER;
import static dev.engine.domain.notification.DeliveryExamples.at;
import static dev.engine.domain.notification.DeliveryExamples.call;
import static dev.engine.domain.notification.DeliveryExamples.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Told;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.Waking.NoMore;
import dev.engine.domain.notification.Waking.NotYet;
import dev.engine.domain.notification.Waking.Woken;
import dev.engine.domain.quiet.Quiet;
import dev.engine.domain.quiet.QuietTime;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Want;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Deliveries#wake} promises. */
public interface WakesContract {

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new SplittableRandom(7));
  }

  /** Waits beside session {@code a} since {@code seconds} after noon. */
  private static Waiter waiter(int call, int seconds) {
    return new Waiter(new ClaudeSessionId("a"), call(call), at(seconds));
  }

  private static SessionId stopped(DeliveryExamples store, int seconds) {
    SessionId session = store.session("a");
    store.observe(session, new Signal.Prompted(), 1);
    store.observe(session, new Signal.Stopped(), seconds);
    return session;
  }

  @Test
  default void anIdleSessionIsWokenWithWhatWaits() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    Notification queued = store.queued(notice("x"), 3);

    Waking waking = storage.deliveries().wake(waiter(1, 2), at(4));

    assertThat(waking).isEqualTo(new Woken(new Handout(List.of(store.found(queued)), 0)));
    assertThat(store.stateOf(queued))
        .isEqualTo(new State.Offered(new Offer(session, 1, call(1), 1, at(4))));
  }

  @Test
  default void thePromptOfTheWakeShowsThatItHasArrived() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    Notification queued = store.queued(notice("x"), 3);
    storage.deliveries().wake(waiter(1, 2), at(4));

    store.visit(session, Occasion.TURN, 2, 5);

    assertThat(store.stateOf(queued)).isInstanceOf(State.Confirmed.class);
  }

  @Test
  default void withoutANoticeItIsLeftAlone() {
    Storage storage = storage();
    stopped(new DeliveryExamples(storage), 2);

    assertThat(storage.deliveries().wake(waiter(1, 2), at(4))).isEqualTo(new NotYet(BUILDER));
  }

  @Test
  default void aSessionThatIsNotStoredYetIsWaitedFor() {
    assertThat(storage().deliveries().wake(waiter(1, 2), at(4))).isEqualTo(new NotYet(null));
  }

  @Test
  default void aStopThatIsNotStoredYetIsWaitedFor() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    store.observe(session, new Signal.Prompted(), 1);
    Notification queued = store.queued(notice("x"), 2);

    Waking early = storage.deliveries().wake(waiter(1, 2), at(2));
    store.observe(session, new Signal.Stopped(), 2);
    Waking then = storage.deliveries().wake(waiter(1, 2), at(3));

    assertThat(early).isEqualTo(new NotYet(BUILDER));
    assertThat(then).isEqualTo(new Woken(new Handout(List.of(store.found(queued)), 0)));
  }

  @Test
  default void aSessionThatWorksAgainNeedsNoWaiter() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    Notification queued = store.queued(notice("x"), 3);
    store.observe(session, new Signal.Prompted(), 4);

    assertThat(storage.deliveries().wake(waiter(1, 2), at(5))).isEqualTo(new NoMore());
    assertThat(store.found(queued)).isEqualTo(queued);
  }

  @Test
  default void aSessionThatIsOverNeedsNoWaiter() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    store.queued(notice("x"), 3);
    store.clear(session, 4);

    assertThat(storage.deliveries().wake(waiter(1, 2), at(5))).isEqualTo(new NoMore());
  }

  @Test
  default void aSessionThatRemindsOfItselfIsIdleStill() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    store.observe(session, new Signal.WaitsFor(Want.INPUT), 62);
    store.queued(notice("x"), 70);

    assertThat(storage.deliveries().wake(waiter(1, 2), at(71))).isInstanceOf(Woken.class);
  }

  @Test
  default void aSessionThatNeedsAPermissionIsNotWoken() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    store.observe(session, new Signal.WaitsFor(Want.PERMISSION), 3);
    store.queued(notice("x"), 4);

    assertThat(storage.deliveries().wake(waiter(1, 2), at(5))).isEqualTo(new NotYet(BUILDER));
  }

  @Test
  default void inOneContextANoticeWakesOnce() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    store.queued(notice("x"), 3);
    storage.deliveries().wake(waiter(1, 2), at(4));

    assertThat(storage.deliveries().wake(waiter(2, 5), at(500))).isEqualTo(new NotYet(BUILDER));
  }

  @Test
  default void whatNobodyWasThereToReadIsTakenBackAndWakesAgain() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    Notification queued = store.queued(notice("x"), 3);
    storage.deliveries().wake(waiter(1, 2), at(4));

    storage.deliveries().giveBack(call(1), at(5));

    assertThat(store.found(queued)).isEqualTo(queued);
    assertThat(storage.deliveries().wake(waiter(2, 5), at(6))).isInstanceOf(Woken.class);
  }

  @Test
  default void inAnHourAConversationIsWokenTwentyTimes() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    wakeOften(storage, store, WakeBudget.MOST);
    Notification last = store.queued(notice("last"), 200);

    Waking spent = storage.deliveries().wake(waiter(99, 2), at(3_000));
    Waking anHourAfterTheFirst = storage.deliveries().wake(waiter(99, 2), at(3_610));

    assertThat(spent).isEqualTo(new NotYet(BUILDER));
    assertThat(((Woken) anHourAfterTheFirst).handout().notifications())
        .containsExactly(store.found(last));
  }

  @Test
  default void aWakeThatCameToNothingIsNotCounted() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    wakeOften(storage, store, WakeBudget.MOST);
    storage.deliveries().giveBack(call(3), at(200));

    assertThat(storage.deliveries().wake(waiter(99, 2), at(300))).isInstanceOf(Woken.class);
  }

  @Test
  default void theClockSetBackDoesNotKeepAnyoneAsleep() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    wakeOften(storage, store, WakeBudget.MOST);
    store.queued(notice("last"), 5);

    assertThat(storage.deliveries().wake(waiter(99, 2), at(9))).isInstanceOf(Woken.class);
  }

  @Test
  default void anotherConversationHasABudgetOfItsOwn() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    wakeOften(storage, store, WakeBudget.MOST);
    ConversationId other = new ConversationId("builder-00000002");
    store.session("b", other, 10);
    store.queued(notice(other, "x"), 200);

    Waiter waiter = new Waiter(new ClaudeSessionId("b"), call(99), at(10));

    assertThat(storage.deliveries().wake(waiter, at(201))).isInstanceOf(Woken.class);
  }

  @Test
  default void whileItIsQuietNobodyIsWoken() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    Notification queued = store.queued(notice("x"), 3);
    storage.quietTimes().set(new QuietTime(null, new Quiet.Spell(at(100))), at(3));

    Waking quiet = storage.deliveries().wake(waiter(1, 2), at(99));
    State meanwhile = store.stateOf(queued);
    Waking after = storage.deliveries().wake(waiter(1, 2), at(100));

    assertThat(quiet).isEqualTo(new NotYet(BUILDER));
    assertThat(meanwhile).isEqualTo(queued.state());
    assertThat(after).isInstanceOf(Woken.class);
  }

  @Test
  default void theQuietOfAnotherConversationIsNobodysHere() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    stopped(store, 2);
    store.queued(notice("x"), 3);
    ConversationId other = new ConversationId("builder-00000002");
    storage.quietTimes().set(new QuietTime(other, new Quiet.Spell(null)), at(3));

    assertThat(storage.deliveries().wake(waiter(1, 2), at(4))).isInstanceOf(Woken.class);
  }

  @Test
  default void aTurnIsToldSomethingHoweverQuietItIs() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    store.queued(notice("x"), 3);
    storage.quietTimes().set(new QuietTime(BUILDER, new Quiet.Spell(null)), at(3));

    assertThat(store.visit(session, Occasion.TURN, 1, 4).notifications()).hasSize(1);
  }

  @Test
  default void theJournalIsToldOfEachWake() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = stopped(store, 2);
    store.queued(notice("x"), 3);

    var told = Told.by(storage, () -> storage.deliveries().wake(waiter(1, 2), at(4)));

    assertThat(told)
        .last()
        .isEqualTo(
            new Happening(
                at(4),
                new EventKind("session.woken"),
                BUILDER,
                session,
                null,
                new Facts("{\"notices\":1}")));
  }

  /** Wakes session {@code a} again and again, from ten seconds after noon, a second apart. */
  private static void wakeOften(Storage storage, DeliveryExamples store, int times) {
    for (int i = 0; i < times; i++) {
      store.queued(notice("n" + i), 10 + i);
      Waking waking = storage.deliveries().wake(waiter(i + 1, 2), at(10 + i));
      assertThat(waking).isInstanceOf(Woken.class);
    }
  }
}
