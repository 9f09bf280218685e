package dev.engine.services.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.loop.Loop.Rest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SettlementTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final InMemoryStorage storage = new InMemoryStorage();

  @Test
  void whatHasExpiredIsSettledAndTheLoopRests() {
    Notification first = queued(1);

    Rest rest = new Settlement(storage, () -> NOON.plusSeconds(1)).run();

    assertThat(rest).isEqualTo(Rest.NOTHING_LEFT);
    assertThat(storage.notifications().find(first.id()).map(Notification::state))
        .contains(new State.Expired(NOON.plusSeconds(1)));
  }

  @Test
  void anItemWhoseTimeIsOverIsSettledToo() {
    StagedItem staged =
        storage
            .stagedContent()
            .stage(
                new Exhibit(Kind.MARKDOWN, "a note", "text"),
                Provenance.UNKNOWN,
                NOON,
                NOON.plusSeconds(1));

    new Settlement(storage, () -> NOON.plusSeconds(1)).run();

    assertThat(storage.stagedContent().find(staged.id()).map(StagedItem::isStaged)).contains(false);
  }

  @Test
  void afterAFullBatchMoreMayBeLeft() {
    for (int i = 0; i < 501; i++) {
      queued(i);
    }
    Settlement settlement = new Settlement(storage, () -> NOON.plusSeconds(1));

    assertThat(settlement.run()).isEqualTo(Rest.MORE_TO_DO);
    assertThat(settlement.run()).isEqualTo(Rest.NOTHING_LEFT);
  }

  private Notification queued(int number) {
    ConversationId conversation = new ConversationId("builder-00000001");
    Notice notice = new Notice(conversation, NotificationType.MESSAGE, "n" + number, "hello", "");
    Terms soonOver = Terms.PLAIN.until(NOON.plusSeconds(1));
    return ((Queueing.Queued) storage.notifications().queue(notice.on(soonOver), NOON))
        .notification();
  }
}
