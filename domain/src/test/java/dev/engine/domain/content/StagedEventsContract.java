package dev.engine.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link StagedContent} tells the journal. */
public interface StagedEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  @Test
  default void anItemIsToldWhenItIsStagedAndSettled() {
    Storage storage = storage();
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, "The plan", "All of it.");
    Provenance provenance = new Provenance(CHIEF, null, null);
    StagedItem.State.Resolved approved =
        new StagedItem.State.Resolved(Verdict.APPROVED, LATER, "Good.");
    StagedItem[] item = new StagedItem[1];

    List<Happening> staged =
        Told.by(
            storage, () -> item[0] = storage.stagedContent().stage(exhibit, provenance, AT, LATER));
    List<Happening> settled =
        Told.by(
            storage,
            () -> storage.stagedContent().resolve(item[0].id(), approved),
            () -> storage.stagedContent().resolve(item[0].id(), approved),
            () -> storage.stagedContent().resolve(new StagedItemId("0000beef"), approved),
            () -> storage.stagedContent().expire(LATER, Limit.DEFAULT));

    assertThat(staged)
        .containsExactly(
            of(
                item[0],
                "staged_item.staged",
                AT,
                "{\"kind\":\"markdown\",\"title\":\"The plan\","
                    + "\"expiresAt\":\"2026-01-05T12:00:01Z\"}"));
    assertThat(settled)
        .startsWith(of(item[0], "staged_item.resolved", LATER, "{\"verdict\":\"approved\"}"))
        .extracting(told -> told.kind().value())
        .containsExactly("staged_item.resolved", "notification.queued");
  }

  @Test
  default void whatExpiresIsToldOneByOne() {
    Storage storage = storage();
    StagedContent content = storage.stagedContent();
    Exhibit exhibit = new Exhibit(Kind.FILE, "a", "text");
    StagedItem item = content.stage(exhibit, Provenance.UNKNOWN, AT, LATER);

    assertThat(
            Told.by(
                storage,
                () -> content.expire(AT, Limit.DEFAULT),
                () -> content.expire(LATER, Limit.DEFAULT)))
        .containsExactly(of(item, "staged_item.resolved", LATER, "{\"verdict\":\"expired\"}"));
  }

  private static Happening of(StagedItem item, String kind, Instant at, String json) {
    return new Happening(
        at,
        new EventKind(kind),
        item.provenance().conversation(),
        null,
        new Subject(Subject.Kind.STAGED_ITEM, item.id().value()),
        new Facts(json));
  }
}
