package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Each wrong file is refused with what is wrong, and not changed. */
final class WrongFilesTest {

  @TempDir private Path folder;

  private CareFolder care;

  @BeforeEach
  void choose() throws Exception {
    care = CareFolder.in(folder);
    Files.createDirectories(care.file().getParent());
  }

  @Test
  void aTextFile() throws Exception {
    Files.writeString(care.file(), "no database ".repeat(1000));

    refuses(StorageRefused.class, "is not an SQLite database");
  }

  @Test
  void aForeignDatabase() throws Exception {
    CareFolder.run(care.file(), "CREATE TABLE theirs (a)");

    refuses(StorageRefused.class, "is not an Engine database");
  }

  @Test
  void oneOfANewerEngine() throws Exception {
    care.keeper().migrate();
    CareFolder.run(care.file(), "PRAGMA user_version = 999");

    refuses(StorageRefused.class, "its schema is at 999, this program knows " + CareFolder.NEWEST);
  }

  @Test
  void anEmptyFileIsStillToBecomeADatabase() throws Exception {
    Files.createFile(care.file());

    DatabaseStatus before = care.keeper().status();
    Migrating migrating = care.keeper().migrate();

    assertThat(((State.Present) before.state()).version()).isZero();
    assertThat(((State.Present) before.state()).pending()).hasSize(CareFolder.freeCount());
    assertThat(migrating).isInstanceOf(Migrating.Migrated.class);
  }

  @Test
  void oneThatSomebodyElseWritesTo() throws SQLException {
    care.keeper(CareFolder.upTo(27)).migrate();
    try (Connection writer = CareFolder.connect(care.file())) {
      Sql.update(writer, "BEGIN IMMEDIATE");

      assertThatThrownBy(() -> care.impatient().keeper().migrate())
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("is held by another writer");
    }
  }

  @Test
  void oneThatIsLockedIsWaitedForNoLongerThanWasAsked() throws SQLException {
    care.keeper().migrate();
    CareFolder.run(care.file(), "PRAGMA journal_mode = DELETE");
    try (Connection alone = CareFolder.connect(care.file())) {
      Sql.update(alone, "BEGIN EXCLUSIVE");

      assertTimeout(
          Duration.ofSeconds(2), // the driver's own timeout is 3 s
          () ->
              assertThatThrownBy(() -> Connections.open(care.file(), Duration.ofMillis(50)))
                  .isInstanceOf(StorageUnavailable.class)
                  .hasMessageContaining("is held by another writer"));
    }
  }

  @Test
  void aForeignOneThatIsBeingReadCannotBeWrittenMeanwhile() throws SQLException {
    CareFolder.run(care.file(), "CREATE TABLE theirs (a)");
    try (Connection reader = Connections.openToRead(care.file());
        Connection writer = Connections.openAsItIs(care.file(), Duration.ZERO)) {
      Sql.update(reader, "BEGIN");
      StoredTables.names(reader);

      assertThatThrownBy(() -> Sql.update(writer, "BEGIN EXCLUSIVE"))
          .isInstanceOfSatisfying(
              SQLException.class,
              busy -> assertThat(busy.getErrorCode()).isEqualTo(SQLiteErrorCode.SQLITE_BUSY.code));
    }
  }

  /** As in a folder without the right to write, which does not keep root from writing. */
  @Test
  void aForeignOneBesideWhichNothingCanBeMadeIsStillRead() throws Exception {
    CareFolder.run(care.file(), "PRAGMA journal_mode = WAL", "CREATE TABLE theirs (a)");
    Files.createDirectory(care.file().resolveSibling("system.db-shm"));

    try (Connection reader = Connections.openToRead(care.file())) {
      assertThat(StoredTables.names(reader)).containsExactly("theirs");
    }
  }

  @Test
  void aMissingOne() {
    assertThatThrownBy(() -> care.keeper().release(new MigrationNumber(29)))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("there is no database at");
    assertThatThrownBy(() -> care.keeper().verify(folder.resolve("none"), Progress.UNSEEN))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aFolderInItsPlace() throws Exception {
    Files.createDirectories(care.file());

    assertThatThrownBy(() -> care.keeper().migrate())
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("cannot be opened");
  }

  /** Whoever runs the tests may be root, who writes to everything: so the mapping is tested. */
  @Test
  void aReadOnlyOne() {
    SQLException readOnly =
        new SQLiteException("read-only", SQLiteErrorCode.SQLITE_READONLY_DIRECTORY);

    assertThat(StorageFailures.of(care.file(), readOnly))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("it and its folder must be writable");
  }

  private void refuses(Class<? extends Throwable> type, String message) throws Exception {
    byte[] before = Files.readAllBytes(care.file());

    for (Runnable act : acts()) {
      assertThatThrownBy(act::run).isInstanceOf(type).hasMessageContaining(message);
    }

    assertThat(Files.readAllBytes(care.file())).isEqualTo(before);
  }

  private List<Runnable> acts() {
    return List.of(
        () -> care.keeper().status(),
        () -> care.keeper().migrate(),
        () -> care.keeper().release(new MigrationNumber(29)),
        () -> care.keeper().rebuild(Progress.UNSEEN),
        () -> care.keeper().verify(Progress.UNSEEN),
        () -> care.backups().take(new BackupName("mine"), Progress.UNSEEN));
  }
}
