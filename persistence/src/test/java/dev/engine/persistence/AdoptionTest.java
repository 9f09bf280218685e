package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.Adopting;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Releasing;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdoptionTest {

  @TempDir private Path folder;

  private CareFolder care;
  private Path other;

  @BeforeEach
  void choose() {
    care = CareFolder.in(folder);
    other = folder.resolve("other/system.db");
  }

  @Test
  void aFileBuiltByHandIsTakenOver() throws IOException {
    CareFolder.buildByHand(other, CareFolder.NEWEST);
    CareFolder.run(other, CareFolder.session("0000000a", "builder-one"));
    byte[] before = Files.readAllBytes(other);

    Adopting adopting = care.keeper().adopt(other);

    assertThat(adopting).isEqualTo(new Adopting.Adopted(CareFolder.NEWEST, List.of(), null));
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
    assertThat(CareFolder.query(care.file(), "SELECT id FROM sessions"))
        .containsExactly("0000000a");
    assertThat(care.keeper().migrate()).isEqualTo(new Migrating.UpToDate(CareFolder.NEWEST));
    assertThat(((State.Present) care.keeper().status().state()).applied())
        .hasSize(CareFolder.freeCount());
    assertThat(care.keeper().release(new MigrationNumber(29)))
        .isInstanceOf(Releasing.Released.class);
    assertThat(DatabaseFiles.list(DatabaseFiles.folder(other))).containsExactly(other);
  }

  @Test
  void aFileOfAnEarlierVersionWithoutMarksIsBroughtUp() {
    CareFolder.buildByHand(other, 26);
    CareFolder.run(other, "PRAGMA application_id = 0", "PRAGMA user_version = 0");

    Adopting adopting = care.keeper().adopt(other);

    assertThat(adopting)
        .isInstanceOfSatisfying(
            Adopting.Adopted.class,
            adopted -> {
              assertThat(adopted.baseline()).isEqualTo(26);
              assertThat(adopted.applied())
                  .extracting(migration -> migration.number().value())
                  .containsExactlyElementsOf(CareFolder.freeAfter(26));
            });
    assertThat(CareFolder.shape(care.file()))
        .isEqualTo(CareFolder.shape(TestDatabases.file(folder)));
    SqliteStorage.open(care.file(), TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7)).close();
  }

  @Test
  void aFileThatIsInPlaceAlreadyStaysThere() {
    CareFolder.buildByHand(care.file(), 27);
    CareFolder.run(care.file(), CareFolder.session("0000000a", "builder-one"));

    Adopting.Adopted adopted = (Adopting.Adopted) care.keeper().adopt(care.file());

    assertThat(adopted.baseline()).isEqualTo(27);
    assertThat(adopted.applied()).hasSameSizeAs(CareFolder.freeAfter(27));
    Backup before = Objects.requireNonNull(adopted.replaced());
    assertThat(CareFolder.query(before.file(), "PRAGMA user_version")).containsExactly("27");
    assertThat(CareFolder.query(care.file(), "SELECT id FROM sessions"))
        .containsExactly("0000000a");
    assertThat(care.keeper().migrate()).isEqualTo(new Migrating.UpToDate(CareFolder.NEWEST));
  }

  @Test
  void oneChangedColumnIsToldAndNothingIsWritten() throws IOException {
    CareFolder.buildByHand(other, CareFolder.NEWEST);
    CareFolder.run(other, "ALTER TABLE sessions DROP COLUMN status_text");
    byte[] before = Files.readAllBytes(other);

    Adopting adopting = care.keeper().adopt(other);

    assertThat(adopting)
        .isEqualTo(
            new Adopting.Differs(
                CareFolder.NEWEST,
                List.of(
                    "column sessions.status_text is missing:"
                        + " text check(length(status_text) <= 500)")));
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
    assertThat(DatabaseFiles.list(DatabaseFiles.folder(other))).containsExactly(other);
    assertThat(DatabaseFiles.list(DatabaseFiles.folder(care.file()))).isEmpty();
  }

  @Test
  void aFileInPlaceThatDiffersIsNotTouched() throws IOException {
    CareFolder.buildByHand(care.file(), CareFolder.NEWEST);
    CareFolder.run(care.file(), "DROP INDEX sessions_by_pid", "CREATE TABLE extra (a)");
    byte[] before = Files.readAllBytes(care.file());

    Adopting adopting = care.keeper().adopt(care.file());

    assertThat(adopting)
        .isEqualTo(
            new Adopting.Differs(
                CareFolder.NEWEST,
                List.of(
                    "column extra.a is too much: of any type",
                    "index sessions_by_pid is missing: create index sessions_by_pid on"
                        + " sessions(pid, started_at) where pid is not null",
                    "table extra is too much: plain")));
    assertThat(Files.readAllBytes(care.file())).isEqualTo(before);
    assertThat(DatabaseFiles.list(DatabaseFiles.folder(care.file()))).containsExactly(care.file());
  }

  @Test
  void whatWasInItsPlaceIsKept() {
    care.keeper().migrate();
    CareFolder.run(care.file(), CareFolder.session("0000000a", "mine"));
    CareFolder.buildByHand(other, CareFolder.NEWEST);
    CareFolder.run(other, CareFolder.session("0000000b", "theirs"));

    Adopting.Adopted adopted = (Adopting.Adopted) care.keeper().adopt(other);

    assertThat(CareFolder.query(care.file(), "SELECT id FROM sessions"))
        .containsExactly("0000000b");
    Path kept = Objects.requireNonNull(adopted.replaced()).file();
    assertThat(CareFolder.query(kept, "SELECT id FROM sessions")).containsExactly("0000000a");
  }

  @Test
  void theLogOfALostDatabaseIsKeptAndNotPlayedIntoTheNewOne() throws Exception {
    CareFolder.buildByHand(other, CareFolder.NEWEST);
    care.keeper().adopt(other);
    Path log = care.file().resolveSibling("system.db-wal");
    byte[] lost;
    try (Connection writer = Connections.open(care.file(), TestDatabases.BUSY_TIMEOUT)) {
      Sql.update(writer, CareFolder.session("0000000a", "lost"));
      lost = Files.readAllBytes(log);
    }
    Files.delete(care.file());
    Files.write(log, lost);
    CareFolder.run(other, CareFolder.session("0000000b", "theirs"));

    Adopting adopting = care.keeper().adopt(other);

    assertThat(adopting).isEqualTo(new Adopting.Adopted(CareFolder.NEWEST, List.of(), null));
    assertThat(CareFolder.query(care.file(), "SELECT id FROM sessions"))
        .containsExactly("0000000b");
    assertThat(
            care.file().resolveSibling("backups/system_backup_damaged_20260105T120000000Z.db-wal"))
        .hasBinaryContent(lost);
  }

  @Test
  void whatIsNotWrittenBackYetIsTakenOverToo() throws Exception {
    CareFolder.buildByHand(other, CareFolder.NEWEST);
    try (Connection writer = CareFolder.connect(other)) {
      Pragmas.apply(writer, TestDatabases.BUSY_TIMEOUT);
      Sql.update(writer, CareFolder.session("0000000a", "builder-one"));

      care.keeper().adopt(other);
    }

    assertThat(CareFolder.query(care.file(), "SELECT id FROM sessions"))
        .containsExactly("0000000a");
  }

  @Test
  void aPlaceInUseIsLeftAlone() throws Exception {
    care.keeper().migrate();
    CareFolder.buildByHand(other, CareFolder.NEWEST);
    try (Connection connected = Connections.open(care.file(), TestDatabases.BUSY_TIMEOUT)) {

      Adopting adopting = care.impatient().keeper().adopt(other);

      assertThat(adopting).isEqualTo(new Adopting.InUse(List.of(ProcessHandle.current().pid())));
      assertThat(connected.isValid(1)).isTrue();
    }
  }

  @Test
  void anEngineDatabaseNeedsNoAdoption() {
    care.keeper().migrate();

    assertThat(care.keeper().adopt(care.file())).isEqualTo(new Adopting.HasHistory());
  }

  @Test
  void whatIsNoneOfOursIsRefused() throws IOException {
    Files.createDirectories(other.getParent());
    Path text = Files.writeString(folder.resolve("text"), "no database ".repeat(1000));
    CareFolder.run(other, "CREATE TABLE t (a)", "PRAGMA application_id = 7");

    assertThatThrownBy(() -> care.keeper().adopt(folder.resolve("none")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> care.keeper().adopt(text))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("is not an SQLite database");
    assertThatThrownBy(() -> care.keeper().adopt(other))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("is not an Engine database");
  }
}
