package dev.engine.services.loop;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.plan;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timetable;
import dev.engine.domain.mission.Timetables;
import dev.engine.domain.testing.InMemoryStorage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Missions are due each minute; times are minutes after noon. */
final class MissionClockTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private Instant now = NOON;
  private int asked;
  private MissionClock clock = clock(storage, TIMETABLES);

  @Test
  void aSlotRunsInTheRoundAfterItHasCome() {
    add("watch", Overlap.PARALLEL);
    clock.run();

    now = at(1).plusMillis(499);
    clock.run();

    Mission run = history().getFirst();
    assertThat(run.slot().at()).isEqualTo(at(1));
    assertThat(run.lateBy()).isEqualTo(Duration.ofMillis(499));
    assertThat(run.worker()).isNotNull();
  }

  @Test
  void whatIsAddedBetweenTwoRoundsIsSeen() {
    clock.run();
    add("watch", Overlap.PARALLEL);

    clock.run();
    now = at(1);
    clock.run();

    assertThat(history()).hasSize(1);
  }

  @Test
  void itAsksForNothingWhileNothingIsStoredAndNoSlotComes() {
    add("watch", Overlap.PARALLEL);
    Storage counted = counted(storage);
    clock = clock(counted, TIMETABLES);
    clock.run();
    int before = asked;

    now = at(1).minusMillis(1);
    clock.run();

    assertThat(asked).isEqualTo(before);
    now = at(1);
    clock.run();
    assertThat(asked).isGreaterThan(before);
  }

  @Test
  void whatCameWhileNoEngineRanIsDecidedOnInTheFirstRound() {
    add("watch", Overlap.PARALLEL);
    now = at(400 * 1_440);

    clock(storage, TIMETABLES).run();

    assertThat(history()).hasSize(2);
    assertThat(history().getLast().occasion().slotCount()).isEqualTo(400 * 1_440 - 1);
  }

  @Test
  void aClockThatIsPutBackByADayRunsNothingTwice() {
    add("watch", Overlap.PARALLEL);
    for (int minute = 0; minute <= 10; minute++) {
      now = at(minute);
      clock.run();
    }
    List<Mission> before = history();

    for (int minute = -1_440; minute <= 10; minute++) {
      now = at(minute);
      clock.run();
    }
    clock(storage, TIMETABLES).run();

    assertThat(history()).isEqualTo(before);
    now = at(11);
    clock.run();
    assertThat(history()).hasSize(11);
  }

  @Test
  void aScheduleThatNobodyHasPlannedYetIsPlannedAtTheStart() {
    unplanned("watch");
    now = at(7).plusSeconds(30);

    clock(storage, TIMETABLES).run();

    ScheduledMission planned = storage.scheduledMissions().find(new Slug("watch")).orElseThrow();
    assertThat(planned.nextSlotAt()).isEqualTo(at(8));
    assertThat(history()).isEmpty();
  }

  @Test
  void oneThatCannotBeMovedOnDoesNotHoldUpTheOthers() {
    add("broken", Overlap.PARALLEL);
    add("watch", "*/15 * * * *", Overlap.PARALLEL);
    Timetables failing =
        (schedule, zone, anchor) -> {
          if (schedule.text().equals("* * * * *")) {
            throw new IllegalStateException("broken");
          }
          return TIMETABLES.of(schedule, zone, anchor);
        };
    now = at(15);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> clock(storage, failing).run());

    assertThat(history()).hasSize(1);
  }

  @Test
  void oneThatCannotBePlannedKeepsNoOtherFromItsSlots() {
    unplanned("broken");
    unplanned("sick");
    add("watch", "*/15 * * * *", Overlap.PARALLEL);
    Timetables failing =
        (schedule, zone, anchor) -> {
          if (schedule.text().equals("* * * * *")) {
            throw new StorageRefused("no such zone");
          }
          return TIMETABLES.of(schedule, zone, anchor);
        };
    MissionClock started = clock(storage, failing);

    for (int minute : List.of(0, 15, 30)) {
      now = at(minute);
      assertThatExceptionOfType(StorageRefused.class)
          .isThrownBy(started::run)
          .withMessageMatching("mission [0-9a-f]{8} cannot be moved on: no such zone")
          .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    assertThat(history()).extracting(run -> run.slot().at()).containsExactly(at(30), at(15));
  }

  @Test
  void whatItDoesIsDoneByTheEngine() {
    add("watch", Overlap.PARALLEL);
    now = at(1);

    clock(storage.as(Actor.ENGINE), TIMETABLES).run();

    assertThat(storage.journal().after(0, EventFilter.ALL, Page.FIRST.limit()))
        .filteredOn(event -> event.happening().kind().toString().startsWith("mission."))
        .extracting(Event::actor)
        .containsExactly(Actor.ENGINE);
  }

  private MissionClock clock(Storage store, Timetables timetables) {
    return new MissionClock(store, timetables, OUTPUTS, () -> now);
  }

  /** The same store, which counts how often it is asked for what is due. */
  private Storage counted(Storage store) {
    MissionRuns runs = store.missionRuns();
    MissionRuns counted =
        (MissionRuns)
            proxy(
                MissionRuns.class,
                (proxy, method, arguments) -> {
                  asked++;
                  return method.invoke(runs, arguments);
                });
    return (Storage)
        proxy(
            Storage.class,
            (proxy, method, arguments) ->
                method.getName().equals("missionRuns") ? counted : method.invoke(store, arguments));
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(
        MissionClockTest.class.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /** One that is due each minute, and whose next slot is not worked out. */
  private void unplanned(String slug) {
    ScheduledMission mission = add(slug, Overlap.PARALLEL);
    storage.scheduledMissions().disable(mission.id(), NOON);
    storage
        .scheduledMissions()
        .enable(mission.id(), (schedule, zone, anchor) -> new NeverDue(), NOON);
  }

  private ScheduledMission add(String slug, Overlap overlap) {
    return add(slug, "* * * * *", overlap);
  }

  private ScheduledMission add(String slug, String schedule, Overlap overlap) {
    MissionPolicies policies =
        new MissionPolicies(MissedRun.ONCE, 10, Duration.ofDays(1), overlap, null);
    MissionPlan plan = plan(slug, schedule, policies);
    return ((Scheduling.Scheduled) storage.scheduledMissions().add(plan, TIMETABLES, now))
        .mission();
  }

  private List<Mission> history() {
    return storage.missions().history(MissionFilter.ALL, Page.FIRST).items();
  }

  private static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }

  /** A schedule that nobody can read. */
  private record NeverDue() implements Timetable {

    @Override
    public Optional<Instant> next(Instant after) {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> latest(Instant notAfter) {
      return Optional.empty();
    }

    @Override
    public long count(Instant first, Instant last) {
      return 0;
    }
  }
}
