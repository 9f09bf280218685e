package dev.engine.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Notifications} tell the journal. */
public interface NotificationEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aNoticeIsToldWhenItIsQueued() {
    Storage storage = storage();
    ConversationId chief = new ConversationId("chief-2026-01-05");
    Notice notice =
        new Notice(chief, NotificationType.MESSAGE, "0000000a", "Friday", "It moved to Friday.");
    Notification[] queued = new Notification[1];

    var told =
        Told.by(
            storage,
            () -> queued[0] = queued(storage.notifications().queue(notice, AT)),
            () -> storage.notifications().queue(notice, LATER));

    assertThat(told)
        .containsExactly(
            new Happening(
                AT,
                new EventKind("notification.queued"),
                chief,
                null,
                new Subject(Subject.Kind.NOTIFICATION, queued[0].id().value()),
                new Facts(
                    "{\"type\":\"message\",\"entityId\":\"0000000a\",\"title\":\"Friday\"}")));
  }

  private static Notification queued(Queueing queueing) {
    return ((Queueing.Queued) queueing).notification();
  }
}
