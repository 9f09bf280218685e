package dev.engine.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Notifications} promises. */
public interface NotificationsContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** An empty store that draws its ids from {@code random}. */
  Notifications notifications(RandomGenerator random);

  private Notifications notifications() {
    return notifications(new ScriptedRandom(1));
  }

  @Test
  default void aQueuedNoticeWaits() {
    Notifications notifications = notifications();
    Notice notice = notice("chief-2026-01-05", "0000000a");

    Queueing queueing = notifications.queue(notice, NOON);

    Notification queued = ((Queueing.Queued) queueing).notification();
    assertThat(queued).isEqualTo(Notification.queued(queued.id(), notice, NOON));
    assertThat(notifications.find(queued.id())).contains(queued);
  }

  @Test
  default void theSameThingIsQueuedOnce() {
    Notifications notifications = notifications();
    Notice notice = notice("chief-2026-01-05", "0000000a");
    Queueing first = notifications.queue(notice, NOON);

    Queueing second = notifications.queue(notice, NOON.plusSeconds(1));

    assertThat(second)
        .isEqualTo(new Queueing.QueuedBefore(((Queueing.Queued) first).notification()));
    assertThat(notifications.list(NotificationFilter.ALL, Page.FIRST).items()).hasSize(1);
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Notifications notifications = notifications(new ScriptedRandom(1, 1, 2));

    notifications.queue(notice("chief-2026-01-05", "a"), NOON);
    notifications.queue(notice("chief-2026-01-05", "b"), NOON);

    assertThat(notifications.list(NotificationFilter.ALL, Page.FIRST).items())
        .extracting(Notification::id)
        .containsExactlyInAnyOrder(new NotificationId("00000001"), new NotificationId("00000002"));
  }

  @Test
  default void listsGiveTheNewestFirstAndOnlyWhatIsAskedFor() {
    Notifications notifications = notifications();
    Notification older = queued(notifications, notice("chief-2026-01-05", "a"), NOON);
    Notification newer =
        queued(notifications, notice("builder-00000001", "b"), NOON.plusSeconds(1));

    assertThat(notifications.list(NotificationFilter.ALL, Page.FIRST).items())
        .containsExactly(newer, older);
    assertThat(notifications.list(NotificationFilter.ALL, Page.first(new Limit(1))).items())
        .containsExactly(newer);
    assertThat(notifications.list(NotificationFilter.WAITING, Page.FIRST).items())
        .containsExactly(newer, older);
    assertThat(
            notifications
                .list(
                    new NotificationFilter(new ConversationId("chief-2026-01-05"), Progress.ANY),
                    Page.FIRST)
                .items())
        .containsExactly(older);
    assertThat(notifications.list(new NotificationFilter(null, Progress.TOLD), Page.FIRST).items())
        .isEmpty();
  }

  @Test
  default void whatIsAboutOneThingIsFoundForWhomeverItIs() {
    Notifications notifications = notifications();
    Notification older = queued(notifications, notice("chief-2026-01-05", "a"), NOON);
    Notification newer =
        queued(notifications, notice("builder-00000001", "a"), NOON.plusSeconds(1));
    queued(notifications, notice("chief-2026-01-05", "b"), NOON);

    assertThat(notifications.about("a", Limit.DEFAULT)).containsExactly(newer, older);
    assertThat(notifications.about("a", new Limit(1))).containsExactly(newer);
    assertThat(notifications.about("c", Limit.DEFAULT)).isEmpty();
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Notifications notifications = notifications();
    for (int i = 0; i < 5; i++) {
      queued(notifications, notice("chief-2026-01-05", "a" + i), NOON.plusSeconds(i / 2));
    }

    PagedList<Notification> list = page -> notifications.list(NotificationFilter.ALL, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(
        () -> queued(notifications, notice("chief-2026-01-05", "b"), NOON.plusSeconds(9)));
  }

  private static Notification queued(Notifications store, Notice notice, Instant at) {
    return ((Queueing.Queued) store.queue(notice, at)).notification();
  }

  private static Notice notice(String conversation, String entity) {
    return new Notice(
        new ConversationId(conversation),
        NotificationType.WORKER_COMPLETE,
        entity,
        "worker " + entity + " is done",
        "It found three things.");
  }
}
