package dev.engine.domain.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final HookEventId ID = HookCallExamples.id(1);

  @Test
  void itTookFromTheCallUntilItIsStored() {
    Arrival arrival = Arrival.of(ID, "Stop", Door.ENGINE, NOON, NOON.plusNanos(7_000));

    assertThat(arrival).isEqualTo(new Arrival(ID, "Stop", Door.ENGINE, Duration.ofNanos(7_000)));
  }

  @Test
  void aClockThatWasSetBackCountsAsNoTime() {
    Arrival arrival = Arrival.of(ID, "Stop", Door.ENGINE, NOON, NOON.minusSeconds(60));

    assertThat(arrival.took()).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "\u0000", "Ünicode", "'; DROP TABLE hook_calls; --"})
  void whatIsNoNameIsUnnamed(String said) {
    assertThat(Arrival.of(ID, said, Door.SPOOL, NOON, NOON).event()).isEqualTo(Arrival.UNNAMED);
  }

  @Test
  void aNameMayBe64CharactersLong() {
    String longest = "x".repeat(64);

    assertThat(Arrival.of(ID, longest, Door.SPOOL, NOON, NOON).event()).isEqualTo(longest);
    assertThat(Arrival.of(ID, longest + "x", Door.SPOOL, NOON, NOON).event())
        .isEqualTo(Arrival.UNNAMED);
  }

  @Test
  void whatWaitedInTheSpoolHeldNobodyUp() {
    Duration tooLong = Duration.ofSeconds(3);

    assertThat(new Arrival(ID, "Stop", Door.SPOOL, tooLong).isOverBudget()).isFalse();
    assertThat(new Arrival(ID, "Stop", Door.ONE_SHOT, tooLong).isOverBudget()).isTrue();
    assertThat(new Arrival(ID, "Stop", Door.ONE_SHOT, Arrival.BUDGET).isOverBudget()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF"})
  void anIdIs32HexDigits(String value) {
    assertThatThrownBy(() -> new HookEventId(value)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aDrawnIdHasAllItsDigits() {
    assertThat(HookEventId.random(new ScriptedRandom(0, 10)).value())
        .isEqualTo("0000000000000000000000000000000a");
  }

  @Test
  void aNameHasLettersDigitsDotsAndDashes() {
    assertThat(new Arrival(ID, "azAZ09._-", Door.ENGINE, Duration.ZERO).event())
        .isEqualTo("azAZ09._-");
    for (String other : List.of("`", "{", "@", "[", "/", ":", ",", "^", "")) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> new Arrival(ID, other, Door.ENGINE, Duration.ZERO));
    }
  }

  @Test
  void nothingTakesLessThanNothing() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Arrival(ID, "Stop", Door.ENGINE, Duration.ofNanos(-1)));
  }

  @Test
  void aBacklogIsEmptyWhereNothingWaitsAndNothingIsSetAside() {
    assertThat(HookBacklog.NONE.isEmpty()).isTrue();
    assertThat(new HookBacklog(0, null, 0, null, NOON).isEmpty()).isTrue();
    assertThat(new HookBacklog(1, NOON, 0, null, null).isEmpty()).isFalse();
    assertThat(new HookBacklog(0, null, 1, NOON, null).isEmpty()).isFalse();
  }

  @Test
  void doorsComeOneAfterTheOther() {
    assertThat(Door.SPOOL.comesAfter(Door.ONE_SHOT)).isTrue();
    assertThat(Door.ONE_SHOT.comesAfter(Door.ENGINE)).isTrue();
    assertThat(Door.ENGINE.comesAfter(Door.ENGINE)).isFalse();
    assertThat(Door.ENGINE.comesAfter(Door.SPOOL)).isFalse();
  }

  @Test
  void aCallIsOvertakenByOneThatIsALittleLater() {
    assertThat(HookOrder.isOvertaken(NOON, NOON.plusSeconds(10))).isTrue();
    assertThat(HookOrder.isOvertaken(NOON, NOON.plusSeconds(10).plusMillis(1))).isFalse();
    assertThat(HookOrder.isOvertaken(NOON, NOON)).isFalse();
    assertThat(HookOrder.isLater(NOON.plusMillis(1), NOON)).isTrue();
    assertThat(HookOrder.isLater(NOON, NOON)).isFalse();
    assertThat(HookOrder.isLater(NOON, NOON.plusSeconds(11))).isTrue();
    assertThat(HookOrder.isLater(NOON, NOON.plusSeconds(1))).isFalse();
  }
}
