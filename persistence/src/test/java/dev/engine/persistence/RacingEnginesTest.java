package dev.engine.persistence;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.mission.MissionExamples.plan;
import static dev.engine.domain.mission.MissionExamples.policies;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.PolicyAmendment;
import dev.engine.domain.mission.PolicyAmendment.TimeLimit;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.worker.WorkerFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines on one file, each with a connection of its own, whose clocks are not the same. */
final class RacingEnginesTest {

  private static final int ENGINES = 3;
  private static final int MINUTES = 12;

  @TempDir private Path folder;

  @Test
  void eachSlotRunsOnceWhicheverEngineComesFirst() throws Exception {
    Path file = TestDatabases.file(folder);
    ScheduledMissionId mission = minutely(file);
    CyclicBarrier start = new CyclicBarrier(ENGINES);

    race(number -> () -> run(file, mission, start, number));

    try (SqliteStorage storage = open(file, 9)) {
      List<Mission> runs = storage.missions().history(MissionFilter.ALL, Page.FIRST).items();
      assertThat(runs)
          .filteredOn(run -> run.worker() != null)
          .extracting(run -> run.slot().at())
          .doesNotHaveDuplicates()
          .hasSizeGreaterThanOrEqualTo(MINUTES / 2);
      assertThat(runs.stream().mapToLong(run -> run.occasion().slotCount()).sum())
          .isEqualTo(MINUTES);
      assertThat(storage.workers().list(WorkerFilter.ALL, Page.FIRST).items())
          .hasSameSizeAs(runs.stream().filter(run -> run.worker() != null).toList());
    }
  }

  @Test
  void whatIsChangedThroughSeveralEnginesAtOnceAllHolds() throws Exception {
    Path file = TestDatabases.file(folder);
    ScheduledMissionId mission = minutely(file);
    CyclicBarrier together = new CyclicBarrier(ENGINES);

    List<List<MissionPolicies>> seen =
        race(number -> () -> change(file, mission, together, number));

    assertThat(seen)
        .hasSize(ENGINES)
        .containsOnly(amounts().mapToObj(RacingEnginesTest::with).toList());
  }

  /** Each engine changes another policy; what it sees when all have done so. */
  private static List<MissionPolicies> change(
      Path file, ScheduledMissionId mission, CyclicBarrier together, int number) throws Exception {
    List<MissionPolicies> seen = new ArrayList<>();
    try (SqliteStorage storage = open(file, number)) {
      ScheduledMissions missions = storage.scheduledMissions();
      for (int amount : amounts().toArray()) {
        together.await();
        missions.amend(mission, policies(to(amount).get(number)), TIMETABLES, NOON);
        together.await();
        seen.add(missions.find(mission).orElseThrow().plan().policies());
      }
    }
    return seen;
  }

  private static IntStream amounts() {
    return IntStream.rangeClosed(1, MINUTES);
  }

  /** One change for each engine. */
  private static List<PolicyAmendment> to(int amount) {
    TimeLimit kept = new TimeLimit.Keep();
    return List.of(
        new PolicyAmendment(null, amount, null, null, kept),
        new PolicyAmendment(null, null, Duration.ofMinutes(amount), null, kept),
        new PolicyAmendment(null, null, null, null, new TimeLimit.Set(Duration.ofSeconds(amount))));
  }

  private static MissionPolicies with(int amount) {
    return new MissionPolicies(
        MissedRun.ONCE,
        amount,
        Duration.ofMinutes(amount),
        Overlap.PARALLEL,
        Duration.ofSeconds(amount));
  }

  /** What each engine came to, by its number. */
  private static <T> List<T> race(IntFunction<Callable<T>> engine) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService engines = Executors.newFixedThreadPool(ENGINES)) {
      for (Future<T> result :
          IntStream.range(0, ENGINES).mapToObj(engine).map(engines::submit).toList()) {
        results.add(result.get());
      }
    }
    return results;
  }

  /** Each engine's clock is a little behind that of the one before it. */
  private static boolean run(Path file, ScheduledMissionId mission, CyclicBarrier start, int number)
      throws Exception {
    try (SqliteStorage storage = open(file, number)) {
      for (int minute = 1; minute <= MINUTES; minute++) {
        start.await();
        Instant now = NOON.plusSeconds(60L * minute).minusMillis(number % 2);
        storage.missionRuns().advance(mission, TIMETABLES, OUTPUTS, now);
      }
      return true;
    }
  }

  private static ScheduledMissionId minutely(Path file) {
    MissionPolicies policies =
        new MissionPolicies(MissedRun.ONCE, 10, Duration.ofDays(1), Overlap.PARALLEL, null);
    try (SqliteStorage storage = open(file, 8)) {
      return ((Scheduling.Scheduled)
              storage
                  .scheduledMissions()
                  .add(plan("watch", "* * * * *", policies), TIMETABLES, NOON))
          .mission()
          .id();
    }
  }

  private static SqliteStorage open(Path file, int seed) {
    return SqliteStorage.open(file, Duration.ofSeconds(30), new SplittableRandom(seed));
  }
}
