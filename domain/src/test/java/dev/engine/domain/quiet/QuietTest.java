package dev.engine.domain.quiet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuietTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 2026-01-05T20:59:59.999Z, false",
    "22:00-07:00, 2026-01-05T21:00:00Z, true",
    "22:00-07:00, 2026-01-05T23:30:00Z, true",
    "22:00-07:00, 2026-01-06T05:59:59.999Z, true",
    "22:00-07:00, 2026-01-06T06:00:00Z, false",
    "22:00-07:00, 2026-07-05T20:00:00Z, true",
    "12:00-13:00, 2026-01-05T10:59:00Z, false",
    "12:00-13:00, 2026-01-05T11:00:00Z, true",
    "12:00-13:00, 2026-01-05T12:00:00Z, false"
  })
  void hoursAreThoseOfTheClockOnTheWall(String written, Instant time, boolean isQuiet) {
    Quiet hours = new Quiet.Daily(Hours.parse(written), BERLIN);

    assertThat(hours.covers(time)).isEqualTo(isQuiet);
    assertThat(hours.isOverAt(time)).isFalse();
  }

  @Test
  void aSpellIsOverWhenItsTimeHasCome() {
    Quiet spell = new Quiet.Spell(NOON);

    assertThat(spell.covers(NOON.minusMillis(1))).isTrue();
    assertThat(spell.covers(NOON)).isFalse();
    assertThat(spell.isOverAt(NOON)).isTrue();
  }

  @Test
  void aSpellWithoutAnEndIsNeverOver() {
    Quiet spell = new Quiet.Spell(null);

    assertThat(spell.covers(Instant.MAX)).isTrue();
    assertThat(spell.isOverAt(Instant.MAX)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22:00-22:00",
        "22:00",
        "24:00-07:00",
        "22:60-07:00",
        "9:00-17:00",
        "22:00-07:00:30",
        ""
      })
  void hoursAreFromOneMinuteToAnother(String written) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Hours.parse(written));
  }

  @Test
  void hoursAreWrittenAsTheyAreRead() {
    assertThat(Hours.parse("22:00-07:05")).hasToString("22:00-07:05");
  }

  @ParameterizedTest
  @CsvSource({
    "12:59, 2026-01-06T11:59:00Z",
    "13:00, 2026-01-06T12:00:00Z",
    "13:01, 2026-01-05T12:01:00Z",
    "2026-01-05T13:01, 2026-01-05T12:01:00Z",
    "2026-07-05T13:01, 2026-07-05T11:01:00Z"
  })
  void aTimeOfDayIsTheNextOneInItsZone(String written, Instant meant) {
    assertThat(WallTime.parse(written).after(NOON, BERLIN)).isEqualTo(meant);
  }

  @Test
  void aDayThatIsOverIsNoTimeToCome() {
    WallTime before = WallTime.parse("2026-01-05T13:00");

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> before.after(NOON, BERLIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7:30", "25:00", "tomorrow", "2026-01-05", "2026-02-30T10:00"})
  void whatIsNoTimeIsRefused(String written) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> WallTime.parse(written));
  }

  @Test
  void theFleetsHoldForEveryConversationAndOthersForTheirs() {
    ConversationId mine = new ConversationId("mine");
    ConversationId other = new ConversationId("other");
    Quiet always = new Quiet.Spell(null);

    assertThat(new QuietTime(null, always).covers(mine, NOON)).isTrue();
    assertThat(new QuietTime(mine, always).covers(mine, NOON)).isTrue();
    assertThat(new QuietTime(mine, always).covers(other, NOON)).isFalse();
  }

  @Test
  void hoursHaveWholeMinutesAndAnEnd() {
    LocalTime ten = LocalTime.of(10, 0);

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Hours(ten, ten));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Hours(ten, ten.plusSeconds(90)));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Hours(ten.plusSeconds(30), ten));
  }
}
