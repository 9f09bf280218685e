package dev.engine.cli;

import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.plan;
import static dev.engine.domain.mission.MissionExamples.stored;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slot;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissionHistoryCommandTest {

  private static final Instant NIGHT = Instant.parse("2026-01-01T23:00:00Z");

  private final CliRun cli = new CliRun();

  @Test
  void theHistorySaysWhatBecameOfSlotsAndWhy() {
    ScheduledMission nightly = stored(cli.storage().scheduledMissions(), "nightly");
    Instant late = Instant.parse("2026-01-09T01:00:00Z");
    cli.storage().missionRuns().advance(nightly.id(), TIMETABLES, OUTPUTS, late);

    CliRun.Result result = cli.run("mission", "history", "nightly");

    assertThat(result.out().lines().map(line -> line.replaceAll("[0-9a-f]{8}$", "ID")))
        .anySatisfy(
            line -> assertThat(line).startsWith("2026-01-09T00:00:00Z").endsWith("late by 1h"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("2026-01-08T00:00:00Z  skipped")
                    .endsWith("3 slots since 2026-01-06T00:00:00Z; merged into ID"));
    assertThat(cli.run("mission", "history", "nightly", "--status", "failed").out())
        .isEqualTo("No slot has come yet.\n");
    assertThat(cli.run("mission", "history", "nightly", "--json").out())
        .contains("\"slotCount\" : 3", "\"mergedInto\" : ", "\"lateBySeconds\" : 3600");
  }

  @Test
  void theCalendarShowsAMonthByTheClockOfTheMission() {
    ScheduledMission nightly = aMissionWithHistory();

    CliRun.Result result =
        cli.runOnTerminal("mission", "history", nightly.plan().slug().value(), "--calendar");

    assertThat(result.out())
        .isEqualTo(
            """
            mission nightly, 2026-01, Europe/Berlin
            Mo        Tu        We        Th        Fr        Sa        Su
                                           1         2 f3      3 s       4 c
             5 c       6 .       7 .       8 .       9 .      10 .      11 .
            12 .      13 .      14 .      15 .      16 .      17 .      18 .
            19 .      20 .      21 .      22 .      23 .      24 .      25 .
            26 .      27 .      28 .      29 .      30 .      31 .
            the worst of each day: f failed, s skipped, r running, p pending, c complete, .
            planned
            """);
  }

  @Test
  void aNarrowTerminalHasTheLettersAlone() {
    aMissionWithHistory();

    CliRun.Result result = cli.runOnTerminalOf(40, "mission", "history", "nightly", "--calendar");

    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
    assertThat(result.out())
        .contains("Mo   Tu   We   Th   Fr   Sa   Su\n", " 1    2 f  3 s  4 c\n");
  }

  @Test
  void anotherMonthIsNamed() {
    aMissionWithHistory();

    assertThat(cli.run("mission", "history", "nightly", "--calendar", "--month", "2025-02").out())
        .contains("mission nightly, 2025-02", "\n24        25        26        27        28\n")
        .doesNotContain("29");
  }

  @Test
  void theCalendarAsJsonCountsEachDay() {
    aMissionWithHistory();

    CliRun.Result result =
        cli.run("mission", "history", "nightly", "--calendar", "--status", "failed", "--json");

    assertThat(result.out())
        .isEqualToIgnoringWhitespace("[{\"day\":\"2026-01-02\",\"slots\":{\"failed\":1}}]");
  }

  /** A mission of every minute has been away for a month and a half. */
  @Test
  void slotsThatWereMissedOverDaysAreOnEachOfThem() {
    MissionPolicies policies = MissionPolicies.DEFAULT;
    ScheduledMission often =
        ((Scheduling.Scheduled)
                cli.storage()
                    .scheduledMissions()
                    .add(
                        plan("often", "* * * * *", policies),
                        TIMETABLES,
                        Instant.parse("2025-11-20T12:00:00Z")))
            .mission();
    cli.storage().missionRuns().advance(often.id(), TIMETABLES, OUTPUTS, CliRun.NOW);

    CliRun.Result result =
        cli.run("mission", "history", "often", "--calendar", "--month", "2025-12", "--json");

    assertThat(result.out().lines().filter(line -> line.contains("\"day\""))).hasSize(31);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--month 2026-13", "--month january", "--status late", "--limit 0"})
  void whatNoHistoryHasIsWrongUsage(String options) {
    stored(cli.storage().scheduledMissions(), "nightly");

    assertThat(cli.run(("mission history nightly " + options).split(" ", -1)).exitCode())
        .isEqualTo(2);
  }

  private ScheduledMission aMissionWithHistory() {
    ScheduledMission nightly = stored(cli.storage().scheduledMissions(), "nightly");
    record(nightly, 0, new State.Complete(null, NIGHT, "Nothing new."));
    record(nightly, 60, new State.Failed(null, NIGHT, "No network."));
    record(nightly, 120, new State.Complete(null, NIGHT, "Nothing new."));
    record(nightly, 86_400, new State.Skipped("Still going."));
    record(nightly, 2 * 86_400, new State.Complete(null, NIGHT, "Nothing new."));
    record(nightly, 3 * 86_400, new State.Complete(null, NIGHT, "Nothing new."));
    return nightly;
  }

  private void record(ScheduledMission mission, int seconds, State state) {
    Slot slot = new Slot(mission.id(), NIGHT.plusSeconds(seconds));
    cli.storage().missions().record(slot, null, state, slot.at());
  }
}
