package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkerId;
import java.nio.file.Path;
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
