package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
    ScheduledMission amended =
        DUE.amended(
            new Amendment(null, "Do it well.", null, null, PolicyAmendment.NONE),
            TIMETABLES,
            LATER);

    assertThat(amended.plan().prompt()).isEqualTo("Do it well.");
    assertThat(amended.nextSlotAt()).isEqualTo(DUE.nextSlotAt());
    assertThat(amended.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void anotherScheduleOrZoneMovesTheNextSlot() {
    Amendment hourly =
        new Amendment(null, null, Schedule.parse("@hourly"), null, PolicyAmendment.NONE);
    Amendment abroad =
        new Amendment(null, null, null, ZoneId.of("Asia/Tokyo"), PolicyAmendment.NONE);

    assertThat(DUE.amended(hourly, TIMETABLES, LATER).nextSlotAt())
        .isEqualTo(Instant.parse("2026-01-05T13:00:00Z"));
    assertThat(DUE.amended(abroad, TIMETABLES, LATER).nextSlotAt())
        .isEqualTo(Instant.parse("2026-01-06T00:00:00Z"));
    assertThat(DUE.amended(abroad, TIMETABLES, LATER).lastSlotAt()).isEqualTo(DUE.lastSlotAt());
  }

  @Test
  void whatSaysNothingNewChangesNothing() {
    Amendment same =
        new Amendment(
            null, DUE.plan().prompt(), Schedule.parse("@DAILY"), null, PolicyAmendment.NONE);

    assertThat(DUE.amended(same, TIMETABLES, LATER)).isSameAs(DUE);
  }

  @Test
  void aTextThatNoPlanHasIsNoChange() {
    PolicyAmendment none = PolicyAmendment.NONE;

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Amendment(" ", null, null, null, none));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Amendment("a".repeat(201), null, null, null, none));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Amendment(null, "\n", null, null, none));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Amendment(null, "a".repeat(100_001), null, null, none));
  }

  @Test
  void aSlotIsOverdueAMinuteAfterItsTimeUnlessItsMissionIsDisabled() {
    Instant slot = NOON.plusSeconds(3600);
    Instant late = slot.plusSeconds(61);

    assertThat(DUE.overdueSince(slot.plusSeconds(60))).isNull();
    assertThat(DUE.overdueSince(late)).isEqualTo(slot);
    assertThat(DUE.disabledAt(NOON).overdueSince(late)).isNull();
  }

  @Test
  void whatWouldNeverRunIsToldFromWhatMayBeOver() {
    Amendment past =
        new Amendment(
            null, null, Schedule.parse("once 2026-01-05T12:00"), null, PolicyAmendment.NONE);
    Amendment renamed = new Amendment("Another name", null, null, null, PolicyAmendment.NONE);
    ScheduledMission over = DUE.movedOn(NOON, null);

    assertThat(DUE.amended(past, TIMETABLES, LATER).isDueUnlike(DUE)).isFalse();
    assertThat(over.amended(renamed, TIMETABLES, LATER).isDueUnlike(over)).isTrue();
  }

  @Test
  void enablingLeavesOutWhatCameMeanwhileAndWhatCameBefore() {
    ScheduledMission disabled = DUE.disabledAt(NOON);
    ScheduledMission ahead = DUE.movedOn(NOON.plusSeconds(90_000), null).disabledAt(NOON);

    assertThat(disabled.enabledAt(TIMETABLES, NOON.plusSeconds(86_400)).nextSlotAt())
        .isEqualTo(Instant.parse("2026-01-07T00:00:00Z"));
    assertThat(ahead.enabledAt(TIMETABLES, LATER).nextSlotAt())
        .isEqualTo(Instant.parse("2026-01-07T00:00:00Z"));
  }

  @Test
  void everyIsCountedFromTheSecondInWhichItWasSet() {
    Amendment often =
        new Amendment(null, null, Schedule.parse("every 10m"), null, PolicyAmendment.NONE);

    assertThat(DUE.amended(often, TIMETABLES, LATER.plusMillis(700)).nextSlotAt())
        .isEqualTo(LATER.plusSeconds(600));
  }

  @Test
  void whatHasNoSlotLeftIsNeitherOverdueNorDue() {
    ScheduledMission over = DUE.movedOn(NOON, null);
    Instant much = NOON.plusSeconds(1_000_000);

    assertThat(over.overdueSince(much)).isNull();
    assertThat(over.reckoned(TIMETABLES, Standing.FREE, much))
        .isEqualTo(new Reckoning(List.of(), null));
  }

  @Test
  void enablingWhatIsEnabledAndDisablingWhatIsNotChangeNothing() {
    ScheduledMission disabled = DUE.disabledAt(NOON);

    assertThat(DUE.enabledAt(TIMETABLES, LATER)).isSameAs(DUE);
    assertThat(disabled.disabledAt(LATER)).isSameAs(disabled);
  }
}
