package dev.engine.domain.attention;

import static dev.engine.domain.ping.PingExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AttentionMarkTest {

  private static final Instant LATER = NOON.plusSeconds(60);

  private final AttentionItem item = item(AttentionKind.BACKUP_FAILED, "backup", NOON);
  private final AttentionMark acknowledged = mark(AttentionKind.BACKUP_FAILED, null);
  private final AttentionMark snoozed = mark(AttentionKind.BACKUP_FAILED, LATER);

  @Test
  void whatWasAcknowledgedIsHiddenForGood() {
    assertThat(acknowledged.hides(item, Instant.MAX)).isTrue();
  }

  @Test
  void whatIsSnoozedIsHiddenUntilItsTimeHasCome() {
    assertThat(snoozed.hides(item, LATER.minusMillis(1))).isTrue();
    assertThat(snoozed.hides(item, LATER)).isFalse();
  }

  @Test
  void anotherThingOrAnotherOccurrenceIsNotHidden() {
    assertThat(acknowledged.hides(item(AttentionKind.BACKUP_STALE, "backup", NOON), NOON))
        .isFalse();
    assertThat(acknowledged.hides(item(AttentionKind.BACKUP_FAILED, "other", NOON), NOON))
        .isFalse();
    assertThat(acknowledged.hides(item(AttentionKind.BACKUP_FAILED, "backup", LATER), NOON))
        .isFalse();
  }

  @Test
  void anAcknowledgementCoversWhateverIsMarkedOfTheSameOccurrence() {
    assertThat(acknowledged.covers(snoozed)).isTrue();
    assertThat(snoozed.covers(acknowledged)).isFalse();
    assertThat(acknowledged.covers(mark(AttentionKind.BACKUP_STALE, null))).isFalse();
    assertThat(
            acknowledged.covers(
                new AttentionMark(AttentionKind.BACKUP_FAILED, "other", NOON, NOON, null)))
        .isFalse();
    assertThat(
            acknowledged.covers(
                new AttentionMark(AttentionKind.BACKUP_FAILED, "backup", LATER, NOON, null)))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void theJournalIsToldWhatAMarkIsAbout(AttentionKind kind) {
    Happening told = AttentionEvents.marked(new AttentionMark(kind, "0000000a", NOON, LATER, null));

    assertThat(told)
        .isEqualTo(
            new Happening(
                LATER,
                new EventKind("attention.acknowledged"),
                null,
                kind == AttentionKind.SESSION_WAITING ? new SessionId("0000000a") : null,
                subject(kind),
                Facts.NONE.with("kind", kind).with("subjectId", "0000000a")));
  }

  @Test
  void theJournalIsToldUntilWhenASnoozeIs() {
    Happening told = AttentionEvents.marked(snoozed);

    assertThat(told.kind()).isEqualTo(new EventKind("attention.snoozed"));
    assertThat(told.facts().find("until")).contains("2026-01-05T12:01:00Z");
  }

  /** Sessions have a place of their own in the journal, and what the engine watches has none. */
  private static @Nullable Subject subject(AttentionKind kind) {
    return switch (kind.subject()) {
      case HOOKS -> new Subject(Subject.Kind.HOOKS, "0000000a");
      case MISSION -> new Subject(Subject.Kind.MISSION, "0000000a");
      case NOTIFICATION -> new Subject(Subject.Kind.NOTIFICATION, "0000000a");
      case PING -> new Subject(Subject.Kind.PING, "0000000a");
      case SCHEDULED_MISSION -> new Subject(Subject.Kind.SCHEDULED_MISSION, "0000000a");
      case WORKER -> new Subject(Subject.Kind.WORKER, "0000000a");
      case BACKUP, MIGRATION, SESSION, SPOOL, STORE -> null;
    };
  }

  private static AttentionItem item(AttentionKind kind, String subject, Instant since) {
    return new AttentionItem(kind, Urgency.HIGH, since, subject, null, "backups fail", "look");
  }

  private static AttentionMark mark(AttentionKind kind, @Nullable Instant until) {
    return new AttentionMark(kind, "backup", NOON, NOON, until);
  }
}
