package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.plan;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.mission.Mission.Occasion;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.testing.ScriptedRandom;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What {@link MissionRuns} promises. Missions are due each minute; slots are minutes after noon.
 */
public interface MissionRunsContract {

  ScheduledMissionId UNKNOWN = new ScheduledMissionId("0000beef");

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aSlotThatHasComeGetsAWorkerThatWaitsForItsTurn() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);

    Advancing.Advanced advanced = advanced(storage, mission.id(), at(1));

    Worker worker = workers(storage).getFirst();
    Mission run = advanced.runs().getFirst();
    assertThat(worker)
        .isEqualTo(Worker.pending(worker.id(), mission.plan().order(), OUTPUTS, at(1)));
    assertThat(advanced)
        .isEqualTo(
            new Advancing.Advanced(
                mission.movedOn(at(1), at(2)),
                List.of(pending(run.id(), mission, at(1), at(1), worker.id()))));
    assertThat(storage.missions().find(run.id())).contains(run);
    assertThat(storage.missions().by(worker.id())).contains(run);
    assertThat(storage.missions().by(new WorkerId("0000beef"))).isEmpty();
    assertThat(storage.scheduledMissions().find(mission.id())).contains(advanced.mission());
  }

  @Test
  default void eachSlotIsDecidedOnOnce() {
    Storage storage = storage();
    ScheduledMissionId id = minutely(storage, "watch", Overlap.PARALLEL).id();
    ScheduledMission after = advanced(storage, id, at(1)).mission();

    for (Instant now : List.of(at(1), at(1).plusSeconds(59), NOON.minus(Duration.ofDays(1)))) {
      assertThat(advance(storage, id, now)).isEqualTo(new Advancing.NothingDue(after));
    }
    assertThat(workers(storage)).hasSize(1);
    assertThat(history(storage)).hasSize(1);
  }

  @Test
  default void slotsThatAnotherStandsForSayWhichAndHowManyTheyAre() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);

    List<Mission> runs = advanced(storage, mission.id(), at(4).plusSeconds(1)).runs();

    Mission run = runs.getFirst();
    Mission merged = runs.getLast();
    assertThat(merged)
        .isEqualTo(
            new Mission(
                merged.id(),
                new Slot(mission.id(), at(3)),
                Occasion.of(new SlotSpan(at(1), at(3), 3), at(4).plusSeconds(1)),
                null,
                new State.Merged(run.id())));
    assertThat(run.lateBy()).isEqualTo(Duration.ofSeconds(1));
    assertThat(history(storage)).containsExactly(run, merged);
  }

  @Test
  default void anOverlappingSlotIsSkippedAndSaysWhy() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);
    advanced(storage, mission.id(), at(1));

    Mission skipped = advanced(storage, mission.id(), at(2)).runs().getFirst();

    assertThat(skipped.state()).isEqualTo(new State.Skipped("the previous run was still going"));
    assertThat(storage.missions().find(skipped.id())).contains(skipped);
    assertThat(workers(storage)).hasSize(1);
  }

  @Test
  default void slotsThatArePassedOverForTheSameReasonAreOneRow() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);
    advanced(storage, mission.id(), at(1));
    Mission first = advanced(storage, mission.id(), at(2)).runs().getFirst();

    Mission second = advanced(storage, mission.id(), at(4)).runs().getFirst();
    end(storage, workers(storage).getFirst().id(), at(4));
    Mission run = advanced(storage, mission.id(), at(5)).runs().getFirst();
    Mission later = advanced(storage, mission.id(), at(6)).runs().getFirst();

    assertThat(second)
        .isEqualTo(
            new Mission(
                first.id(),
                new Slot(mission.id(), at(4)),
                Occasion.of(new SlotSpan(at(2), at(4), 3), at(2)),
                null,
                first.state()));
    assertThat(history(storage)).hasSize(4).startsWith(later, run, second);
    assertThat(later.occasion().slotCount()).isEqualTo(1);
  }

  @Test
  default void aRunThatWaitsGetsItsWorkerWhenTheOneBeforeHasEnded() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.QUEUE);
    storage.missionRuns().runNow(mission.id(), OUTPUTS, at(0));
    Mission waiting = advanced(storage, mission.id(), at(1)).runs().getFirst();
    assertThat(waiting).isEqualTo(pending(waiting.id(), mission, at(1), at(1), null));
    assertThat(storage.missionRuns().agenda(at(1))).isEqualTo(new Agenda(List.of(), at(2)));

    end(storage, workers(storage).getFirst().id(), at(1));

    assertThat(storage.missionRuns().agenda(at(1)))
        .isEqualTo(new Agenda(List.of(mission.id()), at(2)));
    Advancing.Advanced released = advanced(storage, mission.id(), at(1).plusSeconds(9));
    WorkerId worker = workers(storage).getFirst().id();
    assertThat(released.runs()).containsExactly(waiting.by(worker));
    assertThat(released.mission().nextSlotAt()).isEqualTo(at(2));
    assertThat(storage.missions().find(waiting.id())).contains(waiting.by(worker));
  }

  @Test
  default void theOneThatHasWaitedLongestGoesFirstAndASlotThatComesThenWaits() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.QUEUE);
    advanced(storage, mission.id(), at(1));
    Mission first = advanced(storage, mission.id(), at(2)).runs().getFirst();
    Mission second = advanced(storage, mission.id(), at(3)).runs().getFirst();
    end(storage, workers(storage).getFirst().id(), at(3));

    List<Mission> runs = advanced(storage, mission.id(), at(4)).runs();

    WorkerId worker = workers(storage).getFirst().id();
    assertThat(runs)
        .containsExactly(
            first.by(worker), pending(runs.getLast().id(), mission, at(4), at(4), null));
    assertThat(storage.missions().find(second.id())).contains(second);
  }

  @Test
  default void whatIsDisabledIsNotDueAndWhatWaitedIsPassedOver() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.QUEUE);
    advanced(storage, mission.id(), at(1));
    Mission waiting = advanced(storage, mission.id(), at(2)).runs().getFirst();
    storage.scheduledMissions().disable(mission.id(), at(2));
    end(storage, workers(storage).getFirst().id(), at(3));

    Advancing advancing = advance(storage, mission.id(), at(100));

    assertThat(advancing).isInstanceOf(Advancing.NothingDue.class);
    assertThat(storage.missionRuns().agenda(at(100))).isEqualTo(new Agenda(List.of(), null));
    assertThat(storage.missions().find(waiting.id()))
        .contains(waiting.skipped(MissionRuns.DISABLED));
  }

  @Test
  default void slotsThatCameWhileItWasDisabledAreNotItsOwn() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);
    storage.scheduledMissions().disable(mission.id(), at(0));
    storage.scheduledMissions().enable(mission.id(), TIMETABLES, at(100).plusSeconds(1));

    Mission run = advanced(storage, mission.id(), at(101)).runs().getFirst();

    assertThat(run.slot().at()).isEqualTo(at(101));
    assertThat(history(storage)).containsExactly(run);
  }

  @Test
  default void enablingOnAClockThatWasPutBackBringsBackNoSlot() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);
    advanced(storage, mission.id(), at(10));
    storage.scheduledMissions().disable(mission.id(), at(5));

    storage.scheduledMissions().enable(mission.id(), TIMETABLES, at(5));

    assertThat(storage.scheduledMissions().find(mission.id()).orElseThrow().nextSlotAt())
        .isEqualTo(at(11));
  }

  @Test
  default void anotherScheduleIsDueAtItsOwnNextSlot() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);
    Amendment hourly =
        new Amendment(null, null, Schedule.parse("@hourly"), null, PolicyAmendment.NONE);
    storage.scheduledMissions().amend(mission.id(), hourly, TIMETABLES, at(30));

    assertThat(advance(storage, mission.id(), at(59))).isInstanceOf(Advancing.NothingDue.class);
    assertThat(advanced(storage, mission.id(), at(60)).runs())
        .extracting(run -> run.slot().at())
        .containsExactly(at(60));
  }

  @Test
  default void theAgendaSaysWhatIsDueAndWhenMoreWillBe() {
    Storage storage = storage();
    ScheduledMission minutely = minutely(storage, "watch", Overlap.SKIP);
    ScheduledMission daily = MissionExamples.stored(storage.scheduledMissions(), "daily");
    MissionRuns runs = storage.missionRuns();

    assertThat(runs.agenda(NOON)).isEqualTo(new Agenda(List.of(), at(1)));
    assertThat(runs.agenda(at(1)))
        .isEqualTo(new Agenda(List.of(minutely.id()), daily.nextSlotAt()));
    assertThat(runs.agenda(at(1440)))
        .isEqualTo(new Agenda(List.of(minutely.id(), daily.id()), null));
  }

  @Test
  default void whatHasNoNextSlotIsUnplannedUnlessItIsDisabled() {
    Storage storage = storage();
    minutely(storage, "watch", Overlap.SKIP);
    List<ScheduledMissionId> over = new ArrayList<>();
    for (String slug : List.of("once", "again", "off")) {
      MissionPlan plan = plan(slug, "once 2026-01-05T13:30", MissionPolicies.DEFAULT);
      storage.scheduledMissions().add(plan, TIMETABLES, NOON);
      ScheduledMissionId id = storage.scheduledMissions().find(plan.slug()).orElseThrow().id();
      advanced(storage, id, at(30));
      over.add(id);
    }
    storage.scheduledMissions().disable(over.removeLast(), at(31));

    List<ScheduledMissionId> unplanned = storage.missionRuns().unplanned();

    assertThat(unplanned)
        .containsExactlyElementsOf(
            over.stream().sorted(Comparator.comparing(ScheduledMissionId::value)).toList());
  }

  @Test
  default void aScheduleThatIsOverIsDueNoMore() {
    Storage storage = storage();
    MissionPlan plan = plan("once", "once 2026-01-05T13:30", MissionPolicies.DEFAULT);
    ScheduledMission mission =
        ((Scheduling.Scheduled) storage.scheduledMissions().add(plan, TIMETABLES, NOON)).mission();
    assertThat(mission.nextSlotAt()).isEqualTo(at(30)); // in Berlin

    ScheduledMission after = advanced(storage, mission.id(), at(30)).mission();

    assertThat(after).isEqualTo(mission.movedOn(at(30), null));
    assertThat(advance(storage, mission.id(), at(90))).isEqualTo(new Advancing.NothingDue(after));
    assertThat(storage.missionRuns().agenda(at(90))).isEqualTo(new Agenda(List.of(), null));
  }

  @Test
  default void theLastSlotOfAScheduleThatWaitsStartsWhenTheRunBeforeHasEnded() {
    Storage storage = storage();
    MissionPolicies queued =
        new MissionPolicies(MissedRun.ONCE, 10, Duration.ofDays(1), Overlap.QUEUE, null);
    MissionPlan plan = plan("once", "once 2026-01-05T13:30", queued);
    ScheduledMission mission =
        ((Scheduling.Scheduled) storage.scheduledMissions().add(plan, TIMETABLES, NOON)).mission();
    storage.missionRuns().runNow(mission.id(), OUTPUTS, at(29));
    Advancing.Advanced last = advanced(storage, mission.id(), at(30));
    Mission waiting = last.runs().getFirst();
    assertThat(waiting.isInLine()).isTrue();
    assertThat(last.mission().nextSlotAt()).isNull();
    end(storage, workers(storage).getFirst().id(), at(31));

    Advancing.Advanced released = advanced(storage, mission.id(), at(31));

    Mission started = waiting.by(workers(storage).getFirst().id());
    assertThat(released).isEqualTo(new Advancing.Advanced(last.mission(), List.of(started)));
    assertThat(storage.missions().find(waiting.id())).contains(started);
    assertThat(storage.missionRuns().agenda(at(31))).isEqualTo(new Agenda(List.of(), null));
  }

  @Test
  default void aPersonCanRunItNowWhateverGoesOn() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.SKIP);
    advanced(storage, mission.id(), at(1));
    storage.scheduledMissions().disable(mission.id(), at(1));

    Wanting first = storage.missionRuns().runNow(mission.id(), OUTPUTS, at(1));
    Wanting second = storage.missionRuns().runNow(mission.id(), OUTPUTS, at(1));

    List<WorkerId> workers = workers(storage).stream().map(Worker::id).toList();
    assertThat(workers).hasSize(3);
    Mission wanted = ((Wanting.Wanted) first).mission();
    Instant moment = at(1).plusMillis(1);
    assertThat(wanted)
        .isEqualTo(
            new Mission(
                wanted.id(),
                new Slot(mission.id(), moment),
                Occasion.wanted(moment, at(1)),
                wanted.worker(),
                new State.Pending()));
    assertThat(((Wanting.Wanted) second).mission().slot().at()).isEqualTo(at(1).plusMillis(2));
    assertThat(storage.missions().find(wanted.id())).contains(wanted);
    assertThat(wanted.lateBy()).isZero();
  }

  @Test
  default void aRunThatAPersonWantedTakesNoSlotAway() {
    Storage storage = storage();
    ScheduledMission mission = minutely(storage, "watch", Overlap.PARALLEL);
    storage.missionRuns().runNow(mission.id(), OUTPUTS, at(1));

    Mission run = advanced(storage, mission.id(), at(1)).runs().getFirst();

    assertThat(run.slot().at()).isEqualTo(at(1));
    assertThat(workers(storage)).hasSize(2);
  }

  @Test
  default void anUnknownMissionIsSaidToBeUnknown() {
    Storage storage = storage();

    assertThat(advance(storage, UNKNOWN, NOON)).isEqualTo(new Advancing.NoSuchMission(UNKNOWN));
    assertThat(storage.missionRuns().runNow(UNKNOWN, OUTPUTS, NOON))
        .isEqualTo(new Wanting.NoSuchMission(UNKNOWN));
    assertThat(storage.missionRuns().agenda(NOON)).isEqualTo(new Agenda(List.of(), null));
  }

  @Test
  default void enginesThatRaceDecideOnEachSlotOnce() throws Exception {
    Storage storage = storage();
    ScheduledMissionId id = minutely(storage, "watch", Overlap.PARALLEL).id();

    for (int minute = 1; minute <= 5; minute++) {
      Instant now = at(minute);
      List<Advancing> outcomes = race(() -> advance(storage, id, now));

      assertThat(outcomes).filteredOn(Advancing.Advanced.class::isInstance).hasSize(1);
    }
    assertThat(workers(storage)).hasSize(5);
    assertThat(history(storage)).hasSize(5);
  }

  private static List<Advancing> race(Callable<Advancing> step)
      throws InterruptedException, ExecutionException {
    try (ExecutorService engines = Executors.newFixedThreadPool(4)) {
      List<Future<Advancing>> all =
          engines.invokeAll(IntStream.range(0, 4).mapToObj(engine -> step).toList());
      return all.stream().map(Future::resultNow).toList();
    }
  }

  private static ScheduledMission minutely(Storage storage, String slug, Overlap overlap) {
    MissionPolicies policies =
        new MissionPolicies(MissedRun.ONCE, 10, Duration.ofDays(1), overlap, null);
    return ((Scheduling.Scheduled)
            storage.scheduledMissions().add(plan(slug, "* * * * *", policies), TIMETABLES, NOON))
        .mission();
  }

  private static Advancing advance(Storage storage, ScheduledMissionId id, Instant now) {
    return storage.missionRuns().advance(id, TIMETABLES, OUTPUTS, now);
  }

  private static Advancing.Advanced advanced(Storage storage, ScheduledMissionId id, Instant now) {
    return (Advancing.Advanced) advance(storage, id, now);
  }

  /** Ends a worker that has not begun, and with it the run whose work it does. */
  private static void end(Storage storage, WorkerId worker, Instant at) {
    storage.workers().cancel(worker, at);
  }

  private static Mission pending(
      MissionId id,
      ScheduledMission mission,
      Instant slot,
      Instant decidedAt,
      @Nullable WorkerId worker) {
    return new Mission(
        id,
        new Slot(mission.id(), slot),
        Occasion.of(slot, decidedAt),
        worker,
        new State.Pending());
  }

  /** The newest at the front. */
  private static List<Worker> workers(Storage storage) {
    return storage.workers().list(WorkerFilter.ALL, Page.FIRST).items();
  }

  private static List<Mission> history(Storage storage) {
    return storage.missions().history(MissionFilter.ALL, Page.FIRST).items();
  }

  private static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }
}
