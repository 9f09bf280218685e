package dev.engine.domain.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.Urgency;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link AttentionMarks} promise, and what they tell the journal. */
public interface AttentionMarksContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = NOON.plusSeconds(60);
  Instant EVENING = NOON.plusSeconds(3_600 * 6);

  /** An empty store. */
  Storage storage();

  @Test
  default void whatIsKeptIsListedTheLastOneFirst() {
    AttentionMarks marks = storage().attentionMarks();
    AttentionMark older = mark("0000000a", NOON, NOON, null);
    AttentionMark newer = mark("0000000b", NOON, LATER, EVENING);

    Marking first = marks.keep(older);
    Marking second = marks.keep(newer);

    assertThat(first).isEqualTo(new Marking.MarkedNow(older));
    assertThat(second).isEqualTo(new Marking.MarkedNow(newer));
    assertThat(marks.list(Limit.DEFAULT)).containsExactly(newer, older);
    assertThat(marks.list(new Limit(1))).containsExactly(newer);
  }

  @Test
  default void theMarksOfWhatWaitsAreFoundHoweverManyCameAfterThem() {
    AttentionMarks marks = storage().attentionMarks();
    AttentionMark old = mark("0000000a", NOON, NOON, null);
    AttentionMark putOff =
        new AttentionMark(AttentionKind.SESSION_WAITING, "0000000b", NOON, NOON, EVENING);
    marks.keep(old);
    marks.keep(putOff);
    for (int i = 0; i < 250; i++) {
      marks.keep(mark("%08x".formatted(0x1000 + i), NOON, LATER, null));
    }
    List<AttentionItem> waiting = new ArrayList<>();
    for (int i = 249; i > 0; i--) {
      waiting.add(item(AttentionKind.WORKER_FAILED, "%08x".formatted(0x1000 + i)));
    }
    waiting.add(item(AttentionKind.WORKER_FAILED, "0000000a"));
    waiting.add(item(AttentionKind.WORKER_FAILED, "0000000a"));
    waiting.add(item(AttentionKind.WORKER_FAILED, "0000000b"));
    waiting.add(item(AttentionKind.SESSION_WAITING, "0000000b"));

    List<AttentionMark> found = marks.of(waiting);

    assertThat(found).hasSize(251).startsWith(putOff, old);
    assertThat(found).extracting(AttentionMark::subject).contains("00001001", "000010f9");
    assertThat(marks.of(List.of())).isEmpty();
  }

  @Test
  default void whatWasSeenForGoodStaysSeen() {
    AttentionMarks marks = storage().attentionMarks();
    AttentionMark seen = mark("0000000a", NOON, NOON, null);
    marks.keep(seen);

    Marking again = marks.keep(mark("0000000a", NOON, LATER, null));
    Marking putOff = marks.keep(mark("0000000a", NOON, LATER, EVENING));

    assertThat(again).isEqualTo(new Marking.MarkedBefore(seen));
    assertThat(putOff).isEqualTo(new Marking.MarkedBefore(seen));
    assertThat(marks.list(Limit.DEFAULT)).containsExactly(seen);
  }

  @Test
  default void whatWaitsAgainIsMarkedAgain() {
    AttentionMarks marks = storage().attentionMarks();
    marks.keep(mark("0000000a", NOON, NOON, null));
    AttentionMark again = mark("0000000a", LATER, LATER, null);

    Marking marking = marks.keep(again);

    assertThat(marking).isEqualTo(new Marking.MarkedNow(again));
    assertThat(marks.list(Limit.DEFAULT)).containsExactly(again);
  }

  @Test
  default void theLastTimeThatIsAskedForStands() {
    AttentionMarks marks = storage().attentionMarks();
    marks.keep(mark("0000000a", NOON, NOON, LATER));
    AttentionMark longer = mark("0000000a", NOON, LATER, EVENING);

    marks.keep(longer);

    assertThat(marks.list(Limit.DEFAULT)).containsExactly(longer);
  }

  @Test
  default void theJournalIsToldOfEachMarkOnce() {
    Storage storage = storage();
    AttentionMark seen = mark("0000000a", NOON, LATER, null);
    AttentionMark putOff =
        new AttentionMark(AttentionKind.SESSION_WAITING, "0000000b", NOON, LATER, EVENING);

    var told =
        Told.by(
            storage,
            () -> storage.attentionMarks().keep(seen),
            () -> storage.attentionMarks().keep(seen),
            () -> storage.attentionMarks().keep(putOff));

    assertThat(told)
        .containsExactly(
            new Happening(
                LATER,
                AttentionEvents.ACKNOWLEDGED,
                null,
                null,
                new Subject(Subject.Kind.WORKER, "0000000a"),
                new Facts("{\"kind\":\"worker_failed\",\"subjectId\":\"0000000a\"}")),
            new Happening(
                LATER,
                AttentionEvents.SNOOZED,
                null,
                new SessionId("0000000b"),
                null,
                new Facts(
                    "{\"kind\":\"session_waiting\",\"subjectId\":\"0000000b\","
                        + "\"until\":\"2026-01-05T18:00:00Z\"}")));
  }

  private static AttentionItem item(AttentionKind kind, String subject) {
    return new AttentionItem(kind, Urgency.NORMAL, NOON, subject, null, "it failed", "engine");
  }

  private static AttentionMark mark(
      String worker, Instant since, Instant at, @Nullable Instant until) {
    return new AttentionMark(AttentionKind.WORKER_FAILED, worker, since, at, until);
  }
}
