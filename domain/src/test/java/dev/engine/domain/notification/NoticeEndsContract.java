package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.BUILDER;
import static dev.engine.domain.notification.DeliveryExamples.at;
import static dev.engine.domain.notification.DeliveryExamples.call;
import static dev.engine.domain.notification.DeliveryExamples.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How a notice comes to its end: by the person's hand, or because nobody needs it any more. */
public interface NoticeEndsContract {

  NotificationId NOBODYS = new NotificationId("ffffffff");

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new SplittableRandom(7));
  }

  /** A notice that the session {@code a} has been told and is known to have heard. */
  private static Notification confirmed(DeliveryExamples store) {
    SessionId session = store.session("a");
    Notification queued = store.queued(notice("x"), 0);
    store.visit(session, Occasion.TURN, 1, 1);
    store.visit(session, Occasion.TURN, 2, 2);
    return store.found(queued);
  }

  @Test
  default void whatHasArrivedIsSeenOnce() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    Notification confirmed = confirmed(store);

    Seeing first = storage.notifications().see(confirmed.id(), at(3));
    Seeing second = storage.notifications().see(confirmed.id(), at(4));

    Notification seen = confirmed.seen(at(3));
    assertThat(seen.state()).isInstanceOf(State.Seen.class);
    assertThat(first).isEqualTo(new Seeing.SeenNow(seen));
    assertThat(second).isEqualTo(new Seeing.SeenBefore(seen));
    assertThat(store.found(confirmed)).isEqualTo(seen);
  }

  @Test
  default void whatHasNotArrivedIsNotSeen() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    Notification queued = store.queued(notice("x"), 0);

    assertThat(storage.notifications().see(queued.id(), at(1)))
        .isEqualTo(new Seeing.NotArrived(queued));
    assertThat(storage.notifications().see(NOBODYS, at(1)))
        .isEqualTo(new Seeing.NoSuchNotification(NOBODYS));
  }

  @Test
  default void whatWaitsIsWithdrawnOnce() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    Notification queued = store.queued(notice("x"), 0);

    Withdrawal first = storage.notifications().withdraw(queued.id(), "obsolete", at(1));
    Withdrawal second = storage.notifications().withdraw(queued.id(), "again", at(2));

    Notification withdrawn = queued.withdrawn(at(1), "obsolete");
    assertThat(first).isEqualTo(new Withdrawal.WithdrawnNow(withdrawn));
    assertThat(second).isEqualTo(new Withdrawal.SettledBefore(withdrawn));
    assertThat(store.found(queued)).isEqualTo(withdrawn);
    assertThat(storage.notifications().withdraw(NOBODYS, "obsolete", at(2)))
        .isEqualTo(new Withdrawal.NoSuchNotification(NOBODYS));
  }

  @Test
  default void whatThePersonHasSeenIsNotTakenBack() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    Notification confirmed = confirmed(store);
    storage.notifications().see(confirmed.id(), at(3));
    store.handled(1, Door.ENGINE);

    List<Notification> freed = storage.deliveries().takeBack(call(1), Door.ONE_SHOT, at(4));

    assertThat(freed).isEmpty();
    assertThat(store.found(confirmed)).isEqualTo(confirmed.seen(at(3)));
  }

  @Test
  default void eachIsListedByHowFarItHasCome() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification dead = store.queued(notice("dead"), 0);
    for (int attempt = 1; attempt <= Deliveries.MOST_ATTEMPTS; attempt++) {
      store.visit(session, Occasion.TURN, attempt, attempt);
      store.compact(session, attempt);
    }
    store.visit(session, Occasion.TURN, 10, 10);
    Notification told = store.queued(notice("told"), 20);
    store.visit(session, Occasion.TURN, 11, 21);
    store.visit(session, Occasion.TURN, 12, 22);
    Notification dropped = store.queued(notice("dropped"), 30);
    storage.notifications().withdraw(dropped.id(), "obsolete", at(31));
    Notification waiting = store.queued(notice("waiting"), 40);

    assertThat(listed(storage, Progress.DEAD)).containsExactly(dead.id());
    assertThat(listed(storage, Progress.TOLD)).containsExactly(told.id());
    assertThat(listed(storage, Progress.DROPPED)).containsExactly(dropped.id());
    assertThat(listed(storage, Progress.WAITING)).containsExactly(waiting.id());
    assertThat(listed(storage, Progress.ANY))
        .containsExactly(waiting.id(), dropped.id(), told.id(), dead.id());
  }

  private static List<NotificationId> listed(Storage storage, Progress progress) {
    NotificationFilter filter = new NotificationFilter(BUILDER, progress);
    return storage.notifications().list(filter, Page.FIRST).items().stream()
        .map(Notification::id)
        .toList();
  }

  @Test
  default void whatWentWrongAndIsWellByNowIsToldAsWell() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Task task = new Task(Primitive.BUILD, "Build it.", null, BUILDER);
    Worker failed = WorkerExamples.failing(storage, WorkOrder.of(task), at(1));
    storage.workers().retry(failed.id(), at(2));
    WorkerExamples.claimed(storage, at(2));
    WorkerExamples.completed(storage, failed.id(), at(3));

    Handout handout = store.visit(session, Occasion.TURN, 1, 4);

    assertThat(handout.notifications())
        .extracting(told -> told.notice().type())
        .containsExactly(NotificationType.WORKER_COMPLETE);
  }

  @Test
  default void settlingStopsWhereItIsToldWhateverThereIsToSettle() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId gone = store.session("a");
    Notification claimed = store.queued(notice("claimed"), 0);
    store.visit(gone, Occasion.TURN, 1, 1);
    store.clear(gone, 2);
    Notification over = store.queued(notice("over").on(Terms.PLAIN.until(at(3))), 2);

    assertThat(storage.deliveries().settle(at(4), new Limit(1))).isEqualTo(1);
    assertThat(storage.deliveries().settle(at(4), new Limit(1))).isEqualTo(1);
    assertThat(storage.deliveries().settle(at(4), new Limit(1))).isZero();
    assertThat(store.stateOf(claimed)).isEqualTo(new State.Queued(1, null));
    assertThat(store.stateOf(over)).isEqualTo(new State.Expired(at(4)));
  }

  @Test
  default void whatTheChiefOfAnEarlierDayIsJustBeingToldStaysWithIt() {
    DeliveryExamples store = new DeliveryExamples(storage());
    ConversationId sunday = new ConversationId("chief-2026-01-04");
    SessionId before = store.session("a", sunday, 0);
    Notification told = store.queued(notice(sunday, "x"), 0);
    store.visit(before, Occasion.TURN, 1, 1);
    SessionId after = store.session("b", new ConversationId("chief-2026-01-05"), 2);

    Handout handout = store.visit(after, Occasion.BEGINNING, 2, 2);

    assertThat(handout).isEqualTo(Handout.NOTHING);
    assertThat(store.stateOf(told)).isInstanceOf(State.Offered.class);
    assertThat(store.found(told).notice().conversation()).isEqualTo(sunday);
  }
}
