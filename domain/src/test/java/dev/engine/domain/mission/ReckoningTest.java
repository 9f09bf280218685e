package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.mission.SlotDecision.Merge;
import dev.engine.domain.mission.SlotDecision.Run;
import dev.engine.domain.mission.SlotDecision.Skip;
import dev.engine.domain.mission.SlotDecision.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the slots of a mission that is due each minute; slots are minutes after noon. */
final class ReckoningTest {

  private static final String MISSED = "nothing ran it in time";
  private static final String STILL_GOING = "the previous run was still going";
  private static final Standing ONE_GOES = new Standing(1, 0);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void aSlotThatHasComeRunsAndTheNextIsPlanned() {
    Reckoning reckoning = reckon(policies(MissedRun.ONCE), Standing.FREE, at(1).plusMillis(300));

    assertThat(reckoning).isEqualTo(new Reckoning(List.of(new Run(at(1))), at(2)));
  }

  @Test
  void nothingIsDecidedBeforeASlotHasCome() {
    Reckoning reckoning = reckon(policies(MissedRun.ALL), Standing.FREE, at(1).minusMillis(1));

    assertThat(reckoning).isEqualTo(new Reckoning(List.of(), at(1)));
  }

  @Test
  void nothingIsDecidedWhileItIsDisabled() {
    ScheduledMission disabled = mission(policies(MissedRun.ALL)).disabledAt(NOON);

    Reckoning reckoning = disabled.reckoned(MissionExamples.TIMETABLES, Standing.FREE, at(100));

    assertThat(reckoning).isEqualTo(new Reckoning(List.of(), at(1)));
  }

  @Test
  void underSkipOnlyTheNewestRunsAndOnlyInTime() {
    MissionPolicies skip = policies(MissedRun.SKIP);

    assertThat(reckon(skip, Standing.FREE, at(5).plusSeconds(59)).decisions())
        .containsExactly(new Skip(span(1, 4), MISSED), new Run(at(5)));
    assertThat(reckon(every(skip, "every 15m"), Standing.FREE, at(50)).decisions())
        .containsExactly(new Skip(new SlotSpan(at(1), at(46), 4), MISSED));
  }

  @Test
  void underOnceTheNewestRunsForAll() {
    MissionPolicies once = policies(MissedRun.ONCE);

    assertThat(reckon(once, Standing.FREE, at(5)))
        .isEqualTo(new Reckoning(List.of(new Run(at(5)), new Merge(span(1, 4), at(5))), at(6)));
    assertThat(reckon(once, Standing.FREE, at(2)).decisions())
        .containsExactly(new Run(at(2)), new Merge(SlotSpan.of(at(1)), at(2)));
  }

  @Test
  void underOnceNothingRunsThatIsTooLate() {
    MissionPolicies hour =
        new MissionPolicies(MissedRun.ONCE, 10, Duration.ofHours(1), Overlap.SKIP, null);
    ScheduledMission daily = every(hour, "every 1d");

    assertThat(reckon(daily, Standing.FREE, at(61)).decisions()).containsExactly(new Run(at(1)));
    assertThat(reckon(daily, Standing.FREE, at(61).plusMillis(1)).decisions())
        .containsExactly(new Skip(SlotSpan.of(at(1)), "it was more than 1h late"));
  }

  @Test
  void underAllTheNewestRunOneAfterAnother() {
    MissionPolicies three = new MissionPolicies(MissedRun.ALL, 3, DAY, Overlap.SKIP, null);

    assertThat(reckon(three, Standing.FREE, at(3)).decisions())
        .containsExactly(new Run(at(1)), new Wait(at(2)), new Wait(at(3)));
    assertThat(reckon(three, Standing.FREE, at(9)).decisions())
        .containsExactly(
            new Skip(span(1, 6), "only the newest 3 are made up for"),
            new Run(at(7)),
            new Wait(at(8)),
            new Wait(at(9)));
    assertThat(reckon(three, ONE_GOES, at(2)).decisions())
        .containsExactly(new Wait(at(1)), new Wait(at(2)));
  }

  @Test
  void underAllAndParallelTheyRunTogether() {
    MissionPolicies all = new MissionPolicies(MissedRun.ALL, 10, DAY, Overlap.PARALLEL, null);

    assertThat(reckon(all, ONE_GOES, at(2)).decisions())
        .containsExactly(new Run(at(1)), new Run(at(2)));
  }

  @Test
  void underAllWhatIsTooLateIsToldApartFromWhatIsTooMany() {
    MissionPolicies all =
        new MissionPolicies(MissedRun.ALL, 2, Duration.ofMinutes(5), Overlap.SKIP, null);

    assertThat(reckon(all, Standing.FREE, at(10)).decisions())
        .containsExactly(
            new Skip(span(1, 4), "it was more than 5m late"),
            new Skip(span(5, 8), "only the newest 2 are made up for"),
            new Run(at(9)),
            new Wait(at(10)));
    assertThat(reckon(every(all, "every 15m"), Standing.FREE, at(40)).decisions())
        .containsExactly(new Skip(new SlotSpan(at(1), at(31), 3), "it was more than 5m late"));
  }

  @Test
  void anOverlappingSlotIsSkippedOrWaitsOrRunsBeside() {
    assertThat(reckon(overlap(Overlap.SKIP), ONE_GOES, at(1)).decisions())
        .containsExactly(new Skip(SlotSpan.of(at(1)), STILL_GOING));
    assertThat(reckon(overlap(Overlap.QUEUE), ONE_GOES, at(1)).decisions())
        .containsExactly(new Wait(at(1)));
    assertThat(reckon(overlap(Overlap.PARALLEL), ONE_GOES, at(1)).decisions())
        .containsExactly(new Run(at(1)));
  }

  @Test
  void whatWaitsGoesFirstEvenIfNothingGoes() {
    Standing oneWaits = new Standing(0, 1);

    assertThat(reckon(overlap(Overlap.QUEUE), oneWaits, at(1)).decisions())
        .containsExactly(new Wait(at(1)));
  }

  @Test
  void noMoreWaitThanAreMadeUpFor() {
    Standing tenWait = new Standing(1, 10);

    assertThat(reckon(overlap(Overlap.QUEUE), tenWait, at(1)).decisions())
        .containsExactly(new Skip(SlotSpan.of(at(1)), "10 runs waited already"));
  }

  @Test
  void missedSlotsWhosePreviousRunGoesOnAreSkippedForThat() {
    assertThat(reckon(overlap(Overlap.SKIP), ONE_GOES, at(5)).decisions())
        .containsExactly(new Skip(span(1, 5), STILL_GOING));
  }

  @Test
  void anOldSlotOfAZoneWhoseRulesHaveChangedIsDecidedOnAllTheSame() {
    Timetable changed = new SimpleTimetables.Single(at(30));

    Reckoning reckoning =
        Reckoning.of(mission(policies(MissedRun.ONCE)), changed, Standing.FREE, at(2));

    assertThat(reckoning).isEqualTo(new Reckoning(List.of(new Run(at(1))), at(30)));
  }

  /** From a minute to 400 days without an engine, under each policy. */
  @ParameterizedTest
  @MethodSource("policies")
  void anyDowntimeIsDecidedWithFewStepsAndEachSlotOnce(MissionPolicies policies) {
    for (Duration down : downtimes()) {
      for (Standing standing : List.of(Standing.FREE, ONE_GOES, new Standing(1, 10))) {
        Counting timetable = new Counting();
        Instant now = at(1).plus(down);

        Reckoning reckoning = Reckoning.of(mission(policies), timetable, standing, now);

        assertThat(timetable.steps).isLessThanOrEqualTo(10 + policies.maxCatchUp());
        assertThat(reckoning.decisions()).hasSizeLessThanOrEqualTo(2 + policies.maxCatchUp());
        accountsForEachOnce(reckoning, now);
        keepsToThePolicy(reckoning, policies, now);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aClockThatStepsBackByADayDecidesNothingTwice(MissionPolicies policies) {
    ScheduledMission mission = mission(policies);
    List<SlotDecision> decisions = new ArrayList<>();
    List<Instant> clock =
        List.of(at(1), at(3), at(3).minus(DAY), at(2).minus(DAY), at(2), at(4), at(500), at(5));

    for (Instant now : clock) {
      Reckoning reckoning = mission.reckoned(MissionExamples.TIMETABLES, Standing.FREE, now);
      decisions.addAll(reckoning.decisions());
      mission = reckoning.appliedTo(mission);
    }

    accountsForEachOnce(new Reckoning(decisions, mission.nextSlotAt()), at(500));
    assertThat(mission.lastSlotAt()).isEqualTo(at(500));
    assertThat(mission.nextSlotAt()).isEqualTo(at(501));
  }

  static Stream<MissionPolicies> policies() {
    return Arrays.stream(MissedRun.values())
        .flatMap(
            missed ->
                Arrays.stream(Overlap.values())
                    .flatMap(
                        overlap ->
                            Stream.of(1, 10)
                                .flatMap(
                                    most ->
                                        Stream.of(Duration.ofHours(1), DAY)
                                            .map(
                                                late ->
                                                    new MissionPolicies(
                                                        missed, most, late, overlap, null)))));
  }

  @Test
  void aSpanHasItsFirstSlotFirstAndAtLeastOne() {
    assertThat(new SlotSpan(at(1), at(1), 1)).isEqualTo(SlotSpan.of(at(1)));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new SlotSpan(at(2), at(1), 1));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new SlotSpan(at(1), at(2), 0));
  }

  @Test
  void aRunIsReleasedWhereNoneGoesAndOneWaits() {
    assertThat(new Standing(0, 1).canRelease()).isTrue();
    assertThat(new Standing(1, 1).canRelease()).isFalse();
    assertThat(Standing.FREE.canRelease()).isFalse();
    assertThat(new Standing(0, 2).released()).isEqualTo(new Standing(1, 1));
  }

  @Test
  void eachDecisionLeavesTheMissionAsItFollowsFromIt() {
    Standing standing = new Standing(1, 2);

    assertThat(standing.with(new Run(at(1)))).isEqualTo(new Standing(2, 2));
    assertThat(standing.with(new Wait(at(1)))).isEqualTo(new Standing(1, 3));
    assertThat(standing.with(new SlotDecision.Skip(span(1, 2), MISSED))).isEqualTo(standing);
    assertThat(standing.with(new SlotDecision.Merge(span(1, 2), at(3)))).isEqualTo(standing);
  }

  @Test
  void whatIsTooLateIsNotMadeUpForHoweverFewThereAre() {
    MissionPolicies policies =
        new MissionPolicies(MissedRun.ALL, 10, Duration.ofMinutes(5), Overlap.PARALLEL, null);

    Reckoning reckoning = reckon(policies, Standing.FREE, at(9));

    assertThat(reckoning.decisions())
        .containsExactly(
            new SlotDecision.Skip(span(1, 3), "it was more than 5m late"),
            new Run(at(4)),
            new Run(at(5)),
            new Run(at(6)),
            new Run(at(7)),
            new Run(at(8)),
            new Run(at(9)));
  }

  private static List<Duration> downtimes() {
    return Stream.of(
            1L, 2L, 9L, 10L, 11L, 59L, 60L, 61L, 600L, 1439L, 1440L, 1441L, 10_080L, 576_000L)
        .map(Duration::ofMinutes)
        .toList();
  }

  /** The spans lie one behind another, and hold each minute. */
  private static void accountsForEachOnce(Reckoning reckoning, Instant now) {
    List<SlotSpan> spans =
        reckoning.decisions().stream()
            .map(SlotDecision::slots)
            .sorted(Comparator.comparing(SlotSpan::first))
            .toList();
    Instant expected = at(1);
    for (SlotSpan span : spans) {
      assertThat(span.first()).isEqualTo(expected);
      assertThat(span.count())
          .isEqualTo(1 + Duration.between(span.first(), span.last()).toMinutes());
      expected = span.last().plusSeconds(60);
    }
    assertThat(expected).isEqualTo(reckoning.nextSlotAt()).isAfter(now);
  }

  private static void keepsToThePolicy(Reckoning reckoning, MissionPolicies policies, Instant now) {
    List<Instant> running =
        reckoning.decisions().stream()
            .filter(decision -> decision instanceof Run || decision instanceof Wait)
            .map(decision -> decision.slots().first())
            .toList();
    int most = policies.missedRun() == MissedRun.ALL ? policies.maxCatchUp() : 1;
    assertThat(running).hasSizeLessThanOrEqualTo(most).isSorted();
    assertThat(running)
        .allSatisfy(
            slot ->
                assertThat(Duration.between(slot, now))
                    .isLessThanOrEqualTo(policies.maxLateness()));
  }

  /** Each minute; counts how often it is asked. */
  private static final class Counting implements Timetable {

    private final Timetable minutes =
        MissionExamples.TIMETABLES.of(Schedule.parse("* * * * *"), ZoneOffset.UTC, NOON);
    private int steps;

    @Override
    public Optional<Instant> next(Instant after) {
      steps++;
      return minutes.next(after);
    }

    @Override
    public Optional<Instant> latest(Instant notAfter) {
      steps++;
      return minutes.latest(notAfter);
    }

    @Override
    public long count(Instant first, Instant last) {
      steps++;
      return minutes.count(first, last);
    }
  }

  private static Reckoning reckon(MissionPolicies policies, Standing standing, Instant now) {
    return reckon(mission(policies), standing, now);
  }

  private static Reckoning reckon(ScheduledMission mission, Standing standing, Instant now) {
    return mission.reckoned(MissionExamples.TIMETABLES, standing, now);
  }

  private static ScheduledMission mission(MissionPolicies policies) {
    return every(policies, "* * * * *");
  }

  private static ScheduledMission every(MissionPolicies policies, String schedule) {
    return new ScheduledMission(
        new ScheduledMissionId("0000000a"),
        plan("nightly", schedule, policies),
        true,
        NOON,
        NOON,
        at(1),
        null);
  }

  private static MissionPolicies policies(MissedRun missed) {
    return new MissionPolicies(missed, 10, DAY, Overlap.SKIP, null);
  }

  private static MissionPolicies overlap(Overlap overlap) {
    return new MissionPolicies(MissedRun.ONCE, 10, DAY, overlap, null);
  }

  private static SlotSpan span(int first, int last) {
    return new SlotSpan(at(first), at(last), last - first + 1);
  }

  private static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }
}
