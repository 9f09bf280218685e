package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class ScheduledMissionTest {

  private static final Instant LATER = NOON.plusSeconds(60);

  private static final ScheduledMission DUE =
      new ScheduledMission(
          new ScheduledMissionId("0000000a"),
          plan("nightly"),
          true,
          NOON,
          NOON,
          NOON.plusSeconds(3600),
          NOON.minusSeconds(3600));

  @Test
  void anotherPromptLeavesTheNextSlotWhereItIs() {
    ScheduledMission amended = DUE.amended(new Amendment(null, "Do it well.", null, null), LATER);

    assertThat(amended.plan().prompt()).isEqualTo("Do it well.");
    assertThat(amended.nextSlotAt()).isEqualTo(DUE.nextSlotAt());
    assertThat(amended.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void anotherScheduleOrZoneMovesTheNextSlot() {
    Amendment hourly = new Amendment(null, null, Schedule.parse("@hourly"), null);
    Amendment abroad = new Amendment(null, null, null, ZoneId.of("Asia/Tokyo"));

    assertThat(DUE.amended(hourly, LATER).nextSlotAt()).isNull();
    assertThat(DUE.amended(abroad, LATER).nextSlotAt()).isNull();
    assertThat(DUE.amended(abroad, LATER).lastSlotAt()).isEqualTo(DUE.lastSlotAt());
  }

  @Test
  void whatSaysNothingNewChangesNothing() {
    Amendment same = new Amendment(null, DUE.plan().prompt(), Schedule.parse("@DAILY"), null);

    assertThat(DUE.amended(same, LATER)).isSameAs(DUE);
  }

  @Test
  void aBlankTextIsRefused() {
    Amendment blank = new Amendment(" ", null, null, null);

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> DUE.amended(blank, LATER));
  }

  @Test
  void aSlotIsOverdueAMinuteAfterItsTimeUnlessItsMissionIsDisabled() {
    Instant slot = NOON.plusSeconds(3600);
    Instant late = slot.plusSeconds(61);

    assertThat(DUE.overdueSince(slot.plusSeconds(60))).isNull();
    assertThat(DUE.overdueSince(late)).isEqualTo(slot);
    assertThat(DUE.disabledAt(NOON).overdueSince(late)).isNull();
  }
}
