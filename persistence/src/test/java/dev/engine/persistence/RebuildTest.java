package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Rebuilding;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RebuildTest {

  @TempDir private Path folder;

  private CareFolder care;

  @BeforeEach
  void fill() {
    care = CareFolder.in(folder);
    care.keeper().migrate();
    CareFolder.run(
        care.file(),
        CareFolder.session("0000000a", "builder-one"),
        CareFolder.session("0000000b", "builder-two"),
        "UPDATE sessions SET previous_session_id = '0000000a' WHERE id = '0000000b'",
        """
        INSERT INTO workers (id, session_id, primitive, status, instructions, workspace_path, created_at)
        VALUES ('0000000c', '0000000b', 'write', 'pending', 'go', '/w', '2026-01-05T12:00:00.000Z')
        """);
  }

  @Test
  void everyRowComesOver() throws Exception {
    List<String> sessions = CareFolder.query(care.file(), "SELECT * FROM sessions ORDER BY id");
    List<String> workers = CareFolder.query(care.file(), "SELECT * FROM workers ORDER BY id");
    List<Long> reports = new ArrayList<>();

    Rebuilding.Rebuilt rebuilt =
        (Rebuilding.Rebuilt) care.keeper().rebuild((done, total) -> reports.add(done));

    assertThat(rebuilt.copied())
        .containsExactly(new TableRows("sessions", 2), new TableRows("workers", 1));
    assertThat(rebuilt.leftBehind()).isEmpty();
    assertThat(reports).containsExactly(2L, 3L);
    assertThat(CareFolder.query(care.file(), "SELECT * FROM sessions ORDER BY id"))
        .isEqualTo(sessions);
    assertThat(CareFolder.query(care.file(), "SELECT * FROM workers ORDER BY id"))
        .isEqualTo(workers);
    assertThat(CareFolder.query(rebuilt.old().file(), "SELECT * FROM sessions ORDER BY id"))
        .isEqualTo(sessions);
    assertThat(DatabaseFiles.list(DatabaseFiles.folder(care.file())))
        .containsExactlyInAnyOrder(
            care.file(),
            DatabaseFiles.turns(care.file()),
            DatabaseFiles.folder(rebuilt.old().file()));
  }

  @Test
  void theNewFileHasTheSchemaAndItsHistory() {
    CareFolder.run(
        care.file(),
        "DROP INDEX sessions_by_pid",
        "CREATE TABLE gone (a)",
        "INSERT INTO gone VALUES (1), (2)",
        "ALTER TABLE workers ADD COLUMN strange TEXT");

    Rebuilding.Rebuilt rebuilt = (Rebuilding.Rebuilt) care.keeper().rebuild(Progress.UNSEEN);

    assertThat(rebuilt.leftBehind())
        .containsExactly("table gone with 2 rows", "column workers.strange");
    assertThat(CareFolder.shape(care.file()))
        .isEqualTo(CareFolder.shape(TestDatabases.file(folder)));
    assertThat(care.keeper().migrate()).isEqualTo(new Migrating.UpToDate(CareFolder.NEWEST));
    assertThat(((State.Present) care.keeper().status().state()).applied())
        .hasSize(CareFolder.freeCount());
  }

  @Test
  void whatWasReleasedStaysReleased() {
    care.keeper().release(new MigrationNumber(29));
    SchemaShape released = CareFolder.shape(care.file());

    care.keeper().rebuild(Progress.UNSEEN);

    assertThat(CareFolder.shape(care.file())).isEqualTo(released);
    assertThat(((State.Present) care.keeper().status().state()).held()).isEmpty();
  }

  @Test
  void aFileThatMigrationsAreStillToChangeIsLeftAlone() {
    CareFolder old = CareFolder.in(folder.resolve("old"));
    old.keeper(CareFolder.upTo(25)).migrate();
    CareFolder.run(old.file(), mailbox());

    Rebuilding rebuilding = old.keeper().rebuild(Progress.UNSEEN);

    assertThat(rebuilding)
        .isInstanceOfSatisfying(
            Rebuilding.NotYet.class,
            refused ->
                assertThat(refused.pending())
                    .extracting(migration -> migration.number().value())
                    .containsExactlyElementsOf(CareFolder.freeAfter(25)));
    assertThat(CareFolder.query(old.file(), "SELECT id FROM email_accounts"))
        .containsExactly("0000000a");
    assertThat(old.backups().list()).isEmpty();
  }

  @Test
  void aFileWithoutHistoryIsLeftAlone() {
    CareFolder old = CareFolder.in(folder.resolve("old"));
    CareFolder.buildByHand(old.file(), 25);
    CareFolder.run(old.file(), mailbox());

    assertThat(old.keeper().rebuild(Progress.UNSEEN)).isEqualTo(new Rebuilding.NoHistory());

    assertThat(CareFolder.query(old.file(), "SELECT id FROM email_accounts"))
        .containsExactly("0000000a");
    assertThat(old.backups().list()).isEmpty();
  }

  @Test
  void aFileInUseIsLeftAlone() throws SQLException {
    try (Connection connected = Connections.open(care.file(), TestDatabases.BUSY_TIMEOUT)) {

      Rebuilding rebuilding = care.impatient().keeper().rebuild(Progress.UNSEEN);

      assertThat(rebuilding)
          .isEqualTo(new Rebuilding.InUse(List.of(ProcessHandle.current().pid())));
      assertThat(Sql.update(connected, CareFolder.session("0000000d", "builder-three"))).isOne();
    }
    assertThat(care.backups().list()).isEmpty();
  }

  @Test
  void rowsThatDoNotFitLeaveTheOldFileInPlace() {
    CareFolder.run(
        care.file(), "PRAGMA ignore_check_constraints = ON; UPDATE workers SET status = 'lost'");

    assertThatThrownBy(() -> care.keeper().rebuild(Progress.UNSEEN))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("CHECK constraint failed: status");

    assertThat(CareFolder.query(care.file(), "SELECT status FROM workers")).containsExactly("lost");
    assertThat(Files.exists(care.file())).isTrue();
  }

  @Test
  void rowsThatPointNowhereLeaveTheOldFileInPlace() {
    CareFolder.run(care.file(), "UPDATE workers SET session_id = '0000000f'");

    assertThatThrownBy(() -> care.keeper().rebuild(Progress.UNSEEN))
        .isInstanceOf(EngineException.StorageRefused.class)
        .hasMessageContaining("a row of workers refers to one of sessions that is not there");

    assertThat(CareFolder.query(care.file(), "SELECT id FROM workers")).hasSize(1);
  }

  @Test
  void thereIsNothingToRebuildWithoutAFile() {
    CareFolder nowhere = CareFolder.in(folder.resolve("nowhere"));

    assertThatThrownBy(() -> nowhere.keeper().rebuild(Progress.UNSEEN))
        .isInstanceOf(StorageUnavailable.class);
  }

  /** A statement that adds a mailbox, at version 25. */
  private static String mailbox() {
    return """
    INSERT INTO email_accounts (id, address, imap_host, created_at)
    VALUES ('0000000a', 'ada@example.org', 'imap.example.org', '2026-01-05T12:00:00.000Z')
    """;
  }
}
