package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.http.HttpLimits;
import dev.engine.http.HttpSettings;
import dev.engine.http.TokenSource;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.Engine;
import dev.engine.services.MissionBook;
import dev.engine.services.worker.WorkerProfile;
import dev.engine.services.worker.WorkerProfiles;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole engine whose clock is set by the test, over a store on disk. Missions are due each
 * minute; times are minutes after noon.
 */
final class MissionServingTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final int DAY = 24 * 60;

  @TempDir private Path project;

  private HomeFolder home = HomeFolder.of(Path.of("/"));
  private Instant now = NOON;

  @BeforeEach
  void makeTheHome() {
    home = HomeFolder.of(project);
    new SqliteSetup(Duration.ofSeconds(10), () -> now).prepare(home);
  }

  @Test
  void eachSlotRunsOnceWhateverTheClockDoes() {
    add("watch", MissedRun.ONCE, Overlap.PARALLEL);

    serve(1, 2, 3, 3 - DAY, 4 - DAY, 2, 3, 4);
    serve(3, 4 - DAY, 5);

    assertThat(history("watch"))
        .extracting(run -> run.slot().at())
        .containsExactly(at(5), at(4), at(3), at(2), at(1));
    assertThat(workers()).hasSize(5);
  }

  @Test
  void whatCameWhileNoEngineRanFollowsThePolicyOfEachMission() {
    add("skips", MissedRun.SKIP, Overlap.SKIP);
    add("once", MissedRun.ONCE, Overlap.SKIP);
    add("all", MissedRun.ALL, Overlap.QUEUE);
    serve(0);

    now = at(400 * DAY).plusMillis(250);
    serveOnce();

    assertThat(history("skips"))
        .extracting(Mission::state)
        .containsExactly(new State.Pending(), new State.Skipped("nothing ran it in time"));
    List<Mission> once = history("once");
    assertThat(once)
        .extracting(Mission::state)
        .containsExactly(new State.Pending(), new State.Merged(once.getFirst().id()));
    assertThat(once.getLast().occasion().slotCount()).isEqualTo(400L * DAY - 1);
    List<Mission> all = history("all");
    assertThat(all).hasSize(5);
    assertThat(all.subList(0, 3)).extracting(Mission::isInLine).containsExactly(true, true, false);
    assertThat(all.subList(3, 5))
        .extracting(Mission::state)
        .containsExactly(
            new State.Skipped("only the newest 3 are made up for"),
            new State.Skipped("it was more than 1d late"));
    assertThat(workers()).hasSize(3);
  }

  @Test
  void aRunThatWaitsStartsWhenTheOneBeforeHasEnded() {
    add("queued", MissedRun.ONCE, Overlap.QUEUE);
    serve(1, 2);
    assertThat(workers()).hasSize(1);
    withStorage(storage -> storage.workers().cancel(workersOf(storage).getFirst().id(), at(2)));

    serve(2);

    assertThat(workers()).hasSize(2);
    assertThat(history("queued").getFirst().isInLine()).isFalse();
    assertThat(history("queued").getLast().state()).isInstanceOf(State.Failed.class);
  }

  @Test
  void anOutageThatIsOverKeepsNoSlotWaiting() throws SQLException {
    add("watch", MissedRun.ONCE, Overlap.PARALLEL);
    SteppedRounds rounds = new SteppedRounds("missions");
    try (EngineServer server = engine(rounds)) {
      assertThat(server.endpoint()).isNotNull();
      rounds.awaitFirst();
      execute("ALTER TABLE scheduled_missions RENAME TO away");
      for (int round = 0; round < 20; round++) {
        rounds.next();
      }
      execute("ALTER TABLE away RENAME TO scheduled_missions");
      now = at(1);
      rounds.next();
    }

    assertThat(rounds.rests())
        .hasSize(22)
        .allMatch(rest -> rest.compareTo(Duration.ofSeconds(1)) <= 0);
    assertThat(history("watch")).hasSize(1);
  }

  @Test
  void oneThatCannotBeReadKeepsNoOtherFromItsSlots() throws SQLException {
    add("sick", MissedRun.ONCE, Overlap.PARALLEL);
    add("watch", MissedRun.ONCE, Overlap.PARALLEL);
    execute(
        "UPDATE scheduled_missions SET timezone = 'Mars/Olympus_Mons', next_slot_at = NULL"
            + " WHERE slug = 'sick'");

    serve(1, 2);

    assertThat(history("watch")).extracting(run -> run.slot().at()).containsExactly(at(2), at(1));
  }

  /** Changes the store as no Engine does. */
  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.database());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** An engine that does a round at each of {@code minutes}, and ends. */
  private void serve(int... minutes) {
    now = at(minutes[0]);
    SteppedRounds rounds = new SteppedRounds("missions");
    try (EngineServer server = engine(rounds)) {
      assertThat(server.endpoint()).isNotNull();
      rounds.awaitFirst();
      for (int minute : minutes) {
        now = at(minute);
        rounds.next();
      }
    }
  }

  private void serveOnce() {
    SteppedRounds rounds = new SteppedRounds("missions");
    try (EngineServer server = engine(rounds)) {
      assertThat(server.endpoint()).isNotNull();
      rounds.awaitFirst();
    }
  }

  private EngineServer engine(SteppedRounds rounds) {
    HttpSettings http =
        new HttpSettings(
            InetAddress.getLoopbackAddress(),
            0,
            Set.of(),
            new FixedToken(),
            HttpLimits.DEFAULT,
            failure -> {});
    return new EngineServer(
        home, new Settings(home, Map.of()), http, noWorkers(), () -> now, rounds);
  }

  /** What missions hand over waits: here it is told what comes of it. */
  private WorkerCare.Means noWorkers() {
    return new WorkerCare.Means(
        new SimulatedPrograms(now), new WorkerProfiles(0, Map.of(), WorkerProfile.claude(0, null)));
  }

  private void add(String slug, MissedRun missed, Overlap overlap) {
    MissionPolicies policies = new MissionPolicies(missed, 3, Duration.ofDays(1), overlap, null);
    withStorage(storage -> book(storage).add(MissionExamples.plan(slug, "* * * * *", policies)));
  }

  /** What became of the slots of a mission, the latest at the front. */
  private List<Mission> history(String slug) {
    return withStorage(
        storage ->
            book(storage)
                .history(MissionFilter.of(book(storage).show(slug).id()), Page.FIRST)
                .items());
  }

  private List<Worker> workers() {
    return withStorage(MissionServingTest::workersOf);
  }

  private static List<Worker> workersOf(SqliteStorage storage) {
    return storage.workers().list(WorkerFilter.ALL, Page.FIRST).items();
  }

  private MissionBook book(SqliteStorage storage) {
    return new Engine(storage, () -> now, new SplittableRandom(2)).missions();
  }

  private <T> T withStorage(Function<SqliteStorage, T> step) {
    try (SqliteStorage storage =
        SqliteStorage.open(home.database(), Duration.ofSeconds(10), new SplittableRandom(3))) {
      return step.apply(storage);
    }
  }

  private static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }

  /** Nobody asks for it here. */
  private static final class FixedToken implements TokenSource {

    @Override
    public String token() {
      return "0123456789abcdefghijklmnop";
    }

    @Override
    public Origin origin() {
      return Origin.DRAWN;
    }
  }
}
