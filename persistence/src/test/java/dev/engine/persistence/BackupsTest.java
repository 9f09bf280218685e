package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupsTest {

  private static final BackupName NAME = new BackupName("mine");

  /** More than a page, so that what is cut out of it is missed. */
  static final String ROWS =
      """
      INSERT INTO priorities (id, content, level, created_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      SELECT printf('%08x', i), hex(randomblob(50)), 'low', '2026-01-05T12:00:00.000Z' FROM n
      """;

  @TempDir private Path folder;

  private CareFolder care;

  @BeforeEach
  void fill() {
    care = CareFolder.in(folder);
    care.keeper().migrate();
    CareFolder.run(care.file(), ROWS);
  }

  @Test
  void aBackupIsNamedAfterItsTime() {
    Backup first = care.backups().take(NAME, Progress.UNSEEN);
    Backup second = care.backups().take(NAME, Progress.UNSEEN);

    assertThat(first)
        .isEqualTo(
            new Backup(
                NAME,
                CareFolder.NOON,
                care.file().resolveSibling("backups/system_backup_mine_20260105T120000000Z.db"),
                first.bytes(),
                first.seal()));
    assertThat(first.bytes()).isGreaterThan(200_000);
    assertThat(second.takenAt()).isEqualTo(Instant.parse("2026-01-05T12:00:00.001Z"));
  }

  @Test
  void whatIsBeingWrittenIsNotInIt() throws SQLException {
    try (Connection writer = Connections.open(care.file(), TestDatabases.BUSY_TIMEOUT)) {
      Sql.update(writer, CareFolder.session("0000000a", "committed"));
      Sql.update(writer, "BEGIN IMMEDIATE");
      Sql.update(writer, CareFolder.session("0000000b", "not yet"));

      Backup backup = care.backups().take(NAME, Progress.UNSEEN);

      assertThat(CareFolder.query(backup.file(), "SELECT id FROM sessions"))
          .containsExactly("0000000a");
      Sql.update(writer, "COMMIT");
    }
  }

  @Test
  void progressGrowsToItsTotal() {
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    care.backups()
        .take(
            NAME,
            (bytes, total) -> {
              done.add(bytes);
              totals.add(total);
            });

    assertThat(done).isSorted().endsWith(totals.getLast());
    assertThat(totals.stream().distinct()).hasSize(1);
  }

  @Test
  void onlyBackupsAreListed() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    for (String name :
        List.of("notes.txt", "system_backup_x.db", "system_backup_x_20269999T120000000Z.db")) {
      Files.writeString(backup.file().resolveSibling(name), "");
    }

    assertThat(care.backups().list()).containsExactly(backup);
  }

  @Test
  void restoringIsRefusedWhileSomebodyIsConnected() throws SQLException {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    try (Connection connected = Connections.open(care.file(), TestDatabases.BUSY_TIMEOUT)) {

      Restoring restoring = care.impatient().backups().restore(backup.file());

      assertThat(restoring).isEqualTo(new Restoring.InUse(List.of(ProcessHandle.current().pid())));
      assertThat(Sql.update(connected, CareFolder.session("0000000a", "still"))).isOne();
    }
    assertThat(care.backups().list()).containsExactly(backup);
  }

  @Test
  void whoOpenedTheOldFileInBetweenIsTurnedAway() throws SQLException {
    Path fresh = care.backups().take(NAME, Progress.UNSEEN).file();
    try (Connection early = CareFolder.connect(care.file())) { // open, and nothing read yet
      try (ExclusiveHold hold =
          ExclusiveHold.take(care.file(), Duration.ofSeconds(10)).orElseThrow()) {
        assertThatThrownBy(() -> Connections.open(care.file(), Duration.ofMillis(50)))
            .isInstanceOf(StorageUnavailable.class)
            .hasMessageContaining("held by another writer");
        hold.replaceBy(fresh);
      }

      assertThatThrownBy(() -> Pragmas.apply(early, TestDatabases.BUSY_TIMEOUT))
          .isInstanceOfSatisfying(
              SQLException.class,
              moved ->
                  assertThat(StorageFailures.of(care.file(), moved))
                      .isInstanceOf(StorageUnavailable.class)
                      .hasMessageContaining("was replaced by another file"));
      assertThatThrownBy(() -> Sql.update(early, "DELETE FROM priorities"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(CareFolder.query(care.file(), "SELECT count(*) FROM priorities"))
        .containsExactly("2000");
    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
  }

  @Test
  void aDamagedBackupIsNotRestored() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    damage(backup.file());

    Restoring restoring = care.backups().restore(backup.file());

    assertThat(restoring)
        .isInstanceOfSatisfying(
            Restoring.Unsound.class, found -> assertThat(found.verification().isSound()).isFalse());
    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
  }

  @Test
  void aDamagedDatabaseIsNotBackedUpButRestored() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    damage(care.file());
    byte[] damaged = Files.readAllBytes(care.file());

    assertThat(care.keeper().verify(Progress.UNSEEN).problems()).isNotEmpty();
    assertThatThrownBy(() -> care.backups().take(NAME, Progress.UNSEEN))
        .isInstanceOf(StorageRefused.class);
    Restoring.Restored restored = (Restoring.Restored) care.backups().restore(backup.file());

    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
    Backup kept = Objects.requireNonNull(restored.replaced());
    assertThat(kept.bytes()).isEqualTo(damaged.length);
    assertThat(care.keeper().verify(kept.file(), Progress.UNSEEN).isSound()).isFalse();
    assertThat(care.backups().list()).containsExactlyInAnyOrder(backup, kept);
  }

  @Test
  void whatIsNoDatabaseAnyMoreIsReplacedAndKept() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    Files.writeString(care.file(), "overwritten ".repeat(1000));

    Restoring.Restored restored = (Restoring.Restored) care.backups().restore(backup.file());

    Backup kept = Objects.requireNonNull(restored.replaced());
    assertThat(kept.name()).isEqualTo(new BackupName("damaged"));
    assertThat(kept.file()).hasContent("overwritten ".repeat(1000));
    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
  }

  @Test
  void aLostDatabaseIsBroughtBack() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    Files.delete(care.file());
    Files.writeString(care.file().resolveSibling("system.db-wal"), "of the lost one");

    Restoring restoring = care.backups().restore(backup.file());

    assertThat(restoring).isEqualTo(new Restoring.Restored(CareFolder.NEWEST, null));
    assertThat(CareFolder.query(care.file(), "SELECT count(*) FROM priorities"))
        .containsExactly("2000");
    assertThat(backup.file().resolveSibling("system_backup_damaged_20260105T120000000Z.db-wal"))
        .hasContent("of the lost one");
  }

  @Test
  void aBackupOfANewerEngineIsRefused() throws Exception {
    Path elsewhere = folder.resolve("newer.db"); // where no seal says how it was
    Files.copy(care.backups().take(NAME, Progress.UNSEEN).file(), elsewhere);
    CareFolder.run(elsewhere, "PRAGMA user_version = 999");

    assertThatThrownBy(() -> care.backups().restore(elsewhere))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("newer Engine");
  }

  @Test
  void verifyingAnotherFileLeavesNothingBehind() throws Exception {
    Path other = folder.resolve("other ? & %41/copy #1.db");
    Files.createDirectories(other.getParent());
    Files.copy(
        care.backups().take(NAME, Progress.UNSEEN).file(),
        other,
        StandardCopyOption.REPLACE_EXISTING);
    byte[] before = Files.readAllBytes(other);

    assertThat(care.keeper().verify(other, Progress.UNSEEN).isSound()).isTrue();

    assertThat(Files.readAllBytes(other)).isEqualTo(before);
    assertThat(DatabaseFiles.list(DatabaseFiles.folder(other))).containsExactly(other);
  }

  /** Overwrites the middle of a file that nobody has open. */
  private static void damage(Path file) throws Exception {
    byte[] content = Files.readAllBytes(file);
    for (int i = content.length / 2; i < content.length / 2 + 20_000; i++) {
      content[i] = 0x55;
    }
    Files.write(file, content);
  }
}
