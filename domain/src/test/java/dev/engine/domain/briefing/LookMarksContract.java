package dev.engine.domain.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link LookMarks} promise. */
public interface LookMarksContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = NOON.plusSeconds(60);

  /** An empty store. */
  LookMarks marks();

  @Test
  default void whoNeverLookedHasNoMark() {
    assertThat(marks().find(Reader.PERSON)).isEmpty();
  }

  @Test
  default void eachReaderHasAMark() {
    LookMarks marks = marks();
    Reader phone = new Reader("phone");

    Looking looking = marks.advance(Reader.PERSON, 7, NOON);
    marks.advance(phone, 0, LATER);

    LookMark mark = new LookMark(Reader.PERSON, 7, NOON);
    assertThat(looking).isEqualTo(new Looking.LookedNow(mark));
    assertThat(marks.find(Reader.PERSON)).contains(mark);
    assertThat(marks.find(phone)).contains(new LookMark(phone, 0, LATER));
  }

  @Test
  default void lookingAgainKeepsTheLastTime() {
    LookMarks marks = marks();
    marks.advance(Reader.PERSON, 7, NOON);

    Looking again = marks.advance(Reader.PERSON, 7, LATER);

    assertThat(again).isEqualTo(new Looking.LookedNow(new LookMark(Reader.PERSON, 7, LATER)));
  }

  @Test
  default void aMarkNeverGoesBack() {
    LookMarks marks = marks();
    marks.advance(Reader.PERSON, 9, NOON);

    Looking back = marks.advance(Reader.PERSON, 8, LATER);

    LookMark stays = new LookMark(Reader.PERSON, 9, NOON);
    assertThat(back).isEqualTo(new Looking.LookedBefore(stays));
    assertThat(marks.find(Reader.PERSON)).contains(stays);
  }
}
