package dev.engine.cli;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Slot;
import org.junit.jupiter.api.Test;

final class MissionCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void listSaysWhenEachMissionRuns() {
    ScheduledMission nightly = stored(cli.storage().scheduledMissions(), "nightly");
    ScheduledMission idle = stored(cli.storage().scheduledMissions(), "idle");
    cli.storage().scheduledMissions().disable(idle.id(), NOON);

    CliRun.Result result = cli.run("mission", "list");

    assertThat(result.out())
        .isEqualTo(
            """
            MISSION   SLUG     SCHEDULE  ZONE           NEXT      LAST  NAME
            %s  idle     @daily    Europe/Berlin  disabled  -     What happened in idle
            %s  nightly  @daily    Europe/Berlin  in 11h    -     What happened in nightly
            """
                .formatted(idle.id(), nightly.id()));
  }

  @Test
  void showSaysWhatBecameOfEachSlot() {
    ScheduledMission nightly = aMissionWithHistory();

    CliRun.Result result = cli.run("mission", "show", "nightly");

    assertThat(result.out())
        .isEqualTo(
            """
            mission nightly: What happened in nightly
              id             %s
              enabled        yes
              schedule       @daily
              zone           Europe/Berlin
              next slot      2026-01-06T00:00:00Z
              primitive      research
              added          2026-01-05T12:00:00Z
              changed        2026-01-05T12:00:00Z
              Summarise the day.

            SLOT                  STATUS    WORKER  WHAT CAME OF IT
            2026-01-05T12:00:02Z  skipped   -       Still going.
            2026-01-05T12:00:01Z  failed    -       No network.
            2026-01-05T12:00:00Z  complete  -       Nothing new.
            """
                .formatted(nightly.id()));
  }

  @Test
  void showAsJsonHasEverythingThatIsKnown() {
    ScheduledMission nightly = aMissionWithHistory();

    CliRun.Result result = cli.run("mission", "show", nightly.id().value(), "--json");

    assertThat(result.out())
        .contains(
            "\"slug\" : \"nightly\"",
            "\"timezone\" : \"Europe/Berlin\"",
            "\"enabled\" : true",
            "\"slotAt\" : \"2026-01-05T12:00:02Z\"",
            "\"status\" : \"skipped\"",
            "\"reason\" : \"Still going.\"",
            "\"summary\" : \"Nothing new.\"")
        .doesNotContain("lastSlotAt", "null");
  }

  @Test
  void anUnknownMissionIsExitCode3() {
    assertThat(cli.run("mission", "show", "weekly"))
        .isEqualTo(new CliRun.Result(3, "", "engine: ENG-1002 no mission weekly\n"));
  }

  private ScheduledMission aMissionWithHistory() {
    ScheduledMission nightly = stored(cli.storage().scheduledMissions(), "nightly");
    record(nightly, 0, new State.Complete(NOON, NOON.plusSeconds(1), "Nothing new."));
    record(nightly, 1, new State.Failed(null, NOON.plusSeconds(2), "No network."));
    record(nightly, 2, new State.Skipped("Still going."));
    return nightly;
  }

  private void record(ScheduledMission mission, int seconds, State state) {
    Slot slot = new Slot(mission.id(), NOON.plusSeconds(seconds));
    cli.storage().missions().record(slot, null, state, slot.at());
  }
}
