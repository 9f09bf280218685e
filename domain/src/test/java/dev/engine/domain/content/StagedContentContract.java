package dev.engine.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.content.StagedFilter.Progress;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link StagedContent} promises. */
public interface StagedContentContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = NOON.plusSeconds(60);
  StagedItemId UNKNOWN = new StagedItemId("0000beef");
  ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  /** An empty store that draws its ids from {@code random}. */
  StagedContent stagedContent(RandomGenerator random);

  /** The notifications of the store made last. */
  Notifications notifications();

  private StagedContent stagedContent() {
    return stagedContent(new ScriptedRandom(1));
  }

  @Test
  default void whatIsStagedWaitsWithItsBodyAndProvenance() {
    StagedContent content = stagedContent();
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, "The plan", "# Plan\n\nAll of it.\n");
    SourceFile source = new SourceFile("docs/plan.md", "0".repeat(64));
    Provenance provenance = new Provenance(CHIEF, null, source);

    StagedItem staged = content.stage(exhibit, provenance, NOON, LATER);

    assertThat(staged).isEqualTo(StagedItem.staged(staged.id(), exhibit, provenance, NOON, LATER));
    assertThat(content.find(staged.id())).contains(staged);
    assertThat(content.body(staged.id())).contains("# Plan\n\nAll of it.\n");
  }

  @Test
  default void everyKindIsKept() {
    StagedContent content = stagedContent();

    List<StagedItem> staged =
        List.of(
            stage(content, new Exhibit(Kind.MARKDOWN, "a", "")),
            stage(content, new Exhibit(Kind.LINK, "b", "https://example.com/")),
            stage(content, new Exhibit(Kind.FILE, "c", "text")),
            stage(content, new Exhibit(Kind.JSON, "d", "{\"a\": [1, null]}")));

    assertThat(content.list(StagedFilter.ALL, Page.FIRST).items())
        .containsExactlyInAnyOrderElementsOf(staged);
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    StagedContent content = stagedContent(new ScriptedRandom(1, 1, 2));

    StagedItem first = stage(content, "a", NOON);
    StagedItem second = stage(content, "b", NOON);

    assertThat(first.id()).isEqualTo(new StagedItemId("00000001"));
    assertThat(second.id()).isEqualTo(new StagedItemId("00000002"));
  }

  @Test
  default void aVerdictIsKeptAndToldToTheConversation() {
    StagedContent content = stagedContent();
    StagedItem item = stage(content, "The plan", NOON);
    State.Resolved rejected = new State.Resolved(Verdict.REJECTED, LATER, "Too long.");

    Resolution resolution = content.resolve(item.id(), rejected);

    assertThat(resolution).isEqualTo(new Resolution.ResolvedNow(item.resolved(rejected)));
    assertThat(content.find(item.id())).contains(item.resolved(rejected));
    Notification told = onlyNotification();
    assertThat(told)
        .isEqualTo(
            Notification.queued(
                told.id(),
                new Notice(
                        CHIEF,
                        NotificationType.STAGED_RESOLVED,
                        item.id().value(),
                        "rejected: The plan",
                        "Too long.")
                    .from(Sender.PERSON),
                LATER));
  }

  @Test
  default void theFirstVerdictStandsAndIsToldOnce() {
    StagedContent content = stagedContent();
    StagedItem item = stage(content, "The plan", NOON);
    State.Resolved approved = new State.Resolved(Verdict.APPROVED, LATER, "");
    content.resolve(item.id(), approved);

    Resolution second =
        content.resolve(
            item.id(), new State.Resolved(Verdict.REJECTED, LATER, "On second thought"));

    assertThat(second).isEqualTo(new Resolution.ResolvedBefore(item.resolved(approved)));
    assertThat(onlyNotification().notice().title()).isEqualTo("approved: The plan");
  }

  @Test
  default void nobodyIsToldOfWhatNoConversationStaged() {
    StagedContent content = stagedContent();
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, "a", "b");
    StagedItem item = content.stage(exhibit, Provenance.UNKNOWN, NOON, null);
    State.Resolved dismissed = new State.Resolved(Verdict.DISMISSED, LATER, "");

    Resolution resolution = content.resolve(item.id(), dismissed);

    assertThat(resolution).isEqualTo(new Resolution.ResolvedNow(item.resolved(dismissed)));
    assertThat(notifications().list(NotificationFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  default void anUnknownItemIsNamed() {
    StagedContent content = stagedContent();

    Resolution resolution =
        content.resolve(UNKNOWN, new State.Resolved(Verdict.APPROVED, NOON, ""));

    assertThat(resolution).isEqualTo(new Resolution.NoSuchItem(UNKNOWN));
    assertThat(content.find(UNKNOWN)).isEmpty();
    assertThat(content.body(UNKNOWN)).isEmpty();
  }

  @Test
  default void whatIsDueExpiresAndIsToldOf() {
    StagedContent content = stagedContent();
    StagedItem justDue = stage(content, "just due", NOON, LATER);
    StagedItem overdue = stage(content, "overdue", NOON, LATER.minusMillis(1));
    StagedItem notYet = stage(content, "not yet", NOON, LATER.plusMillis(1));
    StagedItem never = stage(content, "never", NOON);
    StagedItem settled = stage(content, "settled", NOON, LATER);
    content.resolve(settled.id(), new State.Resolved(Verdict.DISMISSED, NOON, ""));

    List<StagedItem> expired = content.expire(LATER, Limit.DEFAULT);

    State.Resolved atLater = new State.Resolved(Verdict.EXPIRED, LATER, "");
    assertThat(expired).containsExactly(overdue.resolved(atLater), justDue.resolved(atLater));
    assertThat(content.list(StagedFilter.STAGED, Page.FIRST).items())
        .containsExactlyInAnyOrder(notYet, never);
    assertThat(notifications().list(NotificationFilter.ALL, Page.FIRST).items())
        .extracting(told -> told.notice().title())
        .containsExactlyInAnyOrder("expired: just due", "expired: overdue", "dismissed: settled");
  }

  @Test
  default void expiringStopsAtTheLimit() {
    StagedContent content = stagedContent();
    stage(content, "second", NOON, LATER);
    stage(content, "first", NOON, LATER.minusMillis(1));

    List<StagedItem> one = content.expire(LATER, new Limit(1));
    List<StagedItem> rest = content.expire(LATER, new Limit(2));

    assertThat(one).extracting(StagedItem::title).containsExactly("first");
    assertThat(rest).extracting(StagedItem::title).containsExactly("second");
  }

  @Test
  default void listsGiveTheNewestFirstAndOnlyWhatIsAskedFor() {
    StagedContent content = stagedContent();
    StagedItem oldest = stage(content, "oldest", NOON);
    StagedItem newer = stage(content, "newer", LATER);
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, "of nobody", "");
    StagedItem newest = content.stage(exhibit, Provenance.UNKNOWN, LATER.plusSeconds(1), null);
    State.Resolved approved = new State.Resolved(Verdict.APPROVED, LATER, "");
    content.resolve(newer.id(), approved);

    assertThat(content.list(StagedFilter.ALL, Page.FIRST).items())
        .containsExactly(newest, newer.resolved(approved), oldest);
    assertThat(content.list(StagedFilter.ALL, Page.first(new Limit(1))).items())
        .containsExactly(newest);
    assertThat(content.list(StagedFilter.STAGED, Page.FIRST).items())
        .containsExactly(newest, oldest);
    assertThat(content.list(new StagedFilter(Progress.RESOLVED, null), Page.FIRST).items())
        .containsExactly(newer.resolved(approved));
    assertThat(content.list(new StagedFilter(Progress.STAGED, CHIEF), Page.FIRST).items())
        .containsExactly(oldest);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    StagedContent content = stagedContent();
    for (int i = 0; i < 5; i++) {
      stage(content, "a plan", NOON.plusSeconds(i / 2));
    }

    PagedList<StagedItem> list = page -> content.list(StagedFilter.ALL, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> stage(content, "a later plan", LATER));
  }

  private Notification onlyNotification() {
    List<Notification> all = notifications().list(NotificationFilter.ALL, Page.FIRST).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static StagedItem stage(StagedContent content, Exhibit exhibit) {
    return content.stage(exhibit, new Provenance(CHIEF, null, null), NOON, null);
  }

  private static StagedItem stage(StagedContent content, String title, Instant at) {
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, title, "text");
    return content.stage(exhibit, new Provenance(CHIEF, null, null), at, null);
  }

  private static StagedItem stage(
      StagedContent content, String title, Instant at, Instant expiresAt) {
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, title, "text");
    return content.stage(exhibit, new Provenance(CHIEF, null, null), at, expiresAt);
  }
}
