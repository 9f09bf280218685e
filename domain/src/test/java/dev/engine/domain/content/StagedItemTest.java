package dev.engine.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.notification.Notice;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StagedItemTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final State.Resolved APPROVED = new State.Resolved(Verdict.APPROVED, NOON, "");

  @Test
  void theFirstVerdictStands() {
    StagedItem approved = staged("a").resolved(APPROVED);

    assertThat(approved.resolved(new State.Resolved(Verdict.REJECTED, NOON, "no")))
        .isSameAs(approved);
  }

  @Test
  void whatWaitsHasNothingToTell() {
    assertThat(staged("a").notice()).isEmpty();
  }

  @Test
  void theTitleOfANoticeFitsWithoutHalfACharacter() {
    String longest = "😀".repeat(100);

    Notice notice = staged(longest).resolved(APPROVED).notice().orElseThrow();

    assertThat(notice.title()).hasSize(199).startsWith("approved: 😀").endsWith("😀…");
  }

  @Test
  void aCommentHasALimit() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new State.Resolved(Verdict.REJECTED, NOON, "x".repeat(10_001)));
  }

  @Test
  void aSourceIsKnownByItsHash() {
    assertThat(new SourceFile("a", "0123456789abcdef".repeat(4)).path()).isEqualTo("a");
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new SourceFile("a", "ABC"));
  }

  @Test
  void aSourceWhoseHashWasNotTakenIsKnownByItsPath() {
    SourceFile file = new SourceFile("docs/plan.md", null);

    assertThat(Provenance.UNKNOWN.from(file)).isEqualTo(new Provenance(null, null, file));
    assertThat(Provenance.UNKNOWN.telling(new ConversationId("chief-2026-01-05")))
        .isEqualTo(new Provenance(new ConversationId("chief-2026-01-05"), null, null));
  }

  @Test
  void whatIsStagedIsToldWithItsEndUnlessItHasComeToOne() {
    StagedItem ending =
        StagedItem.staged(
            new StagedItemId("00000001"),
            new Exhibit(Kind.MARKDOWN, "a", ""),
            Provenance.UNKNOWN,
            NOON,
            NOON.plusSeconds(60));

    assertThat(StagedEvents.staged(ending).facts().find("expiresAt"))
        .contains("2026-01-05T12:01:00Z");
    assertThat(StagedEvents.staged(ending.resolved(APPROVED)).facts().find("expiresAt")).isEmpty();
    assertThat(ending.isDue(NOON.plusSeconds(59))).isFalse();
    assertThat(ending.isDue(NOON.plusSeconds(60))).isTrue();
    assertThat(ending.resolved(APPROVED).isDue(NOON.plusSeconds(60))).isFalse();
    assertThat(staged("a").isDue(NOON.plusSeconds(60))).isFalse();
  }

  private static StagedItem staged(String title) {
    ConversationId chief = new ConversationId("chief-2026-01-05");
    return StagedItem.staged(
        new StagedItemId("00000001"),
        new Exhibit(Kind.MARKDOWN, title, ""),
        new Provenance(chief, null, null),
        NOON,
        null);
  }
}
