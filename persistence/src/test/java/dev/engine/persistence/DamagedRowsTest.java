package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that Engine cannot have written is the store's damage, however it is read. */
final class DamagedRowsTest {

  private static final String NO_TIME = "2026-13-05T12:00:00.000Z";

  @TempDir private Path folder;

  @Test
  void readByJooq() {
    try (SqliteStorage storage =
        damaged(
            """
            INSERT INTO accounts (id, provider, kind, address, created_at, updated_at)
            VALUES ('0000000a', 'google', 'email', 'ada@example.org', '%s', '%s')
            """
                .formatted(NO_TIME, NO_TIME))) {
      refuses(() -> storage.accounts().list(Page.FIRST).items());
      refuses(() -> storage.accounts().find(new AccountId("0000000a")));
    }
  }

  @Test
  void readByHand() {
    String session =
        CareFolder.session("0000000a", "builder-one").replace("2026-01-05T12:00:00.000Z", NO_TIME);
    try (SqliteStorage storage = damaged(session)) {
      refuses(() -> storage.sessions().find(new SessionId("0000000a")));
    }
  }

  @Test
  void aCostThatIsNoNumberIsUnknown() {
    try (SqliteStorage storage =
        damaged(
            """
            INSERT INTO workers (id, primitive, status, instructions, workspace_path, created_at)
            VALUES ('0000000a', 'research', 'pending', 'x', '/w/0000000a', '2026-01-05T12:00:00.000Z')
            """,
            """
            INSERT INTO worker_attempts
              (worker_id, number, claude_session_id, started_at, finished_at, outcome, cost_usd, tokens)
            VALUES ('0000000a', 1, 'a', '2026-01-05T12:00:00.000Z', '2026-01-05T12:00:01.000Z',
              'complete', 9e999, 9223372036854775807)
            """)) {
      assertThat(storage.workerQueue().attempts(new WorkerId("0000000a"), new Limit(1)))
          .extracting(attempt -> ((Attempt.State.Ended) attempt.state()).usage())
          .containsExactly(Usage.UNKNOWN);
    }
  }

  @Test
  void aMissionThatCannotBeReadIsNamedByItsIdAndConcernsNoOther() {
    ScheduledMissionId sick = new ScheduledMissionId("0000000a");
    String row =
        """
        INSERT INTO scheduled_missions
          (id, slug, name, prompt, primitive, schedule, timezone, created_at, updated_at, next_slot_at)
        VALUES ('%s', '%s', 'n', 'p', 'research', '@daily', 'Mars/Olympus_Mons',
          '2026-01-05T12:00:00.000Z', '2026-01-05T12:00:00.000Z', %s);
        """;
    ScheduledMissionId unplanned = new ScheduledMissionId("0000000b");
    try (SqliteStorage storage =
        damaged(
            row.formatted(sick, "due", "'2026-01-05T12:01:00.000Z'")
                + row.formatted(unplanned, "unplanned", "NULL"))) {
      Instant now = MissionExamples.NOON.plusSeconds(60);

      assertThat(storage.missionRuns().agenda(now).due()).containsExactly(sick);
      assertThat(storage.missionRuns().unplanned()).containsExactly(unplanned);
      for (ScheduledMissionId id : List.of(sick, unplanned)) {
        assertThatThrownBy(
                () ->
                    storage
                        .missionRuns()
                        .advance(id, MissionExamples.TIMETABLES, Path.of("/outputs"), now))
            .isInstanceOf(StorageRefused.class)
            .hasMessageContaining("Mars/Olympus_Mons");
      }
    }
  }

  @Test
  void theWorkerOfAMissionThatCannotBeReadKeepsNobodyFromTheirTurn() {
    Path file = TestDatabases.file(folder);
    try (SqliteStorage storage =
        SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
      ScheduledMissionId sick = MissionExamples.stored(storage.scheduledMissions(), "sick").id();
      storage.missionRuns().runNow(sick, WorkerExamples.OUTPUTS, MissionExamples.NOON);
      WorkerExamples.spawned(storage, "Compare.", MissionExamples.NOON.plusSeconds(1));
      CareFolder.run(file, "UPDATE scheduled_missions SET timezone = 'Mars/Olympus_Mons'");

      List<String> begun = new ArrayList<>();
      for (int turn = 0; turn < 2; turn++) {
        Instant now = MissionExamples.NOON.plusSeconds(2 + turn);
        begun.add(WorkerExamples.claimed(storage, now).worker().task().instructions());
      }

      assertThat(begun).containsExactly("Summarise the day.", "Compare.");
    }
  }

  private SqliteStorage damaged(String... rows) {
    Path file = TestDatabases.file(folder);
    for (String row : rows) {
      CareFolder.run(file, row);
    }
    return SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7));
  }

  private static void refuses(Runnable read) {
    assertThatThrownBy(read::run)
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("holds a row that Engine did not write: stored time must be")
        .hasMessageContaining(NO_TIME);
  }
}
