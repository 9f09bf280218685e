package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link DatabaseKeeper} and {@link Backups} promise of one file, which is not there yet. */
public interface DatabaseCareContract {

  MigrationNumber HELD = new MigrationNumber(29);
  BackupName NAME = new BackupName("mine");

  /** The last migration that is not held. */
  MigrationNumber newest();

  DatabaseKeeper keeper();

  Backups backups();

  /** Adds one row to the file. */
  void store();

  /** Changes a few bytes of a backup, without its size. */
  void damage(Backup backup);

  /** How many were added. */
  long rows();

  @Test
  default void aFileThatIsNotThereIsMissing() {
    assertThat(keeper().status().state()).isEqualTo(new State.Missing());
    assertThatThrownBy(() -> backups().take(NAME, Progress.UNSEEN))
        .isInstanceOf(StorageUnavailable.class);
    assertThatThrownBy(() -> keeper().verify(Progress.UNSEEN))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  default void migratingMakesTheFile() {
    Migrating migrating = keeper().migrate();

    assertThat(migrating)
        .isInstanceOfSatisfying(
            Migrating.Migrated.class,
            migrated -> {
              assertThat(migrated.version()).isEqualTo(newest().value());
              assertThat(migrated.backup()).isNull();
            });
    assertThat(present().version()).isEqualTo(newest().value());
    assertThat(present().pending()).isEmpty();
    assertThat(heldNumbers()).containsExactly(HELD);
  }

  @Test
  default void migratingTwiceFindsNothingToDo() {
    keeper().migrate();

    Migrating again = keeper().migrate();

    assertThat(again).isEqualTo(new Migrating.UpToDate(newest().value()));
    assertThat(backups().list()).isEmpty();
  }

  @Test
  default void onlyAHeldMigrationIsReleased() {
    keeper().migrate();

    assertThat(keeper().release(new MigrationNumber(999)))
        .isEqualTo(new Releasing.NoSuchMigration(new MigrationNumber(999)));
    assertThat(keeper().release(newest())).isInstanceOf(Releasing.NotHeld.class);
  }

  @Test
  default void aHeldMigrationIsReleasedOnce() {
    keeper().migrate();

    Releasing first = keeper().release(HELD);
    Releasing second = keeper().release(HELD);

    assertThat(first).isInstanceOf(Releasing.Released.class);
    assertThat(second).isInstanceOf(Releasing.ReleasedBefore.class);
    assertThat(heldNumbers()).isEmpty();
    assertThat(keeper().migrate()).isEqualTo(new Migrating.UpToDate(newest().value()));
  }

  @Test
  default void theBackupOfAReleaseUndoesIt() {
    keeper().migrate();
    Releasing.Released released = (Releasing.Released) keeper().release(HELD);

    backups().restore(released.backup().file());

    assertThat(heldNumbers()).containsExactly(HELD);
  }

  @Test
  default void backupsAreListedNewestFirst() {
    keeper().migrate();
    Backup first = backups().take(NAME, Progress.UNSEEN);
    Backup second = backups().take(NAME, Progress.UNSEEN);

    List<Backup> list = backups().list();

    assertThat(list).containsExactly(second, first);
  }

  @Test
  default void restoringBringsTheRowsBackAndKeepsWhatWasThere() {
    keeper().migrate();
    store();
    Backup one = backups().take(NAME, Progress.UNSEEN);
    store();

    Restoring.Restored restored = (Restoring.Restored) backups().restore(one.file());

    assertThat(rows()).isEqualTo(1);
    backups().restore(Objects.requireNonNull(restored.replaced()).file());
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  default void thereIsNoRestoringFromNothing() {
    keeper().migrate();

    assertThatThrownBy(() -> backups().restore(Path.of("nowhere.db"))).isInstanceOf(NotFound.class);
  }

  @Test
  default void aSoundFileHasNoProblems() {
    keeper().migrate();
    store();

    Verification found = keeper().verify(Progress.UNSEEN);

    assertThat(found.isSound()).isTrue();
    assertThat(found.version()).isEqualTo(newest().value());
    assertThat(found.rows().stream().mapToLong(TableRows::rows).sum()).isEqualTo(1);
  }

  @Test
  default void aBackupIsSealedWithWhatTheDatabaseHeld() {
    keeper().migrate();
    store();

    Backup backup = backups().take(NAME, Progress.UNSEEN);

    BackupSeal seal = sealOf(backup);
    assertThat(backup.outcome()).isEqualTo(BackupOutcome.TAKEN);
    assertThat(seal.version()).isEqualTo(newest().value());
    assertThat(seal.rows().stream().mapToLong(TableRows::rows).sum()).isEqualTo(1);
    assertThat(seal.verifiedAt()).isEqualTo(backup.takenAt());
  }

  @Test
  default void roomIsNeededForACopyAndForItsTrial() {
    keeper().migrate();
    store();
    Backup backup = backups().take(NAME, Progress.UNSEEN);

    BackupRoom room = backups().room();

    assertThat(room.neededBytes()).isGreaterThanOrEqualTo(2 * backup.bytes());
    assertThat(room.freeBytes()).isPositive();
    assertThat(room.isEnough()).isTrue();
  }

  @Test
  default void aSoundBackupStaysVerified() {
    keeper().migrate();
    Backup backup = backups().take(NAME, Progress.UNSEEN);

    Verification found = backups().verify(backup, Progress.UNSEEN);

    assertThat(found.isSound()).isTrue();
    assertThat(backups().list().getFirst().outcome()).isEqualTo(BackupOutcome.TAKEN);
  }

  @Test
  default void aBackupThatAnswersEquallyIsProven() {
    keeper().migrate();
    store();
    Backup backup = backups().take(NAME, Progress.UNSEEN);

    Drilling drilling = backups().drill(backup, Progress.UNSEEN);

    assertThat(drilling)
        .isInstanceOfSatisfying(
            Drilling.Proven.class,
            proven -> assertThat(proven.rows()).isEqualTo(sealOf(backup).rows()));
    assertThat(drilling.backup().outcome()).isEqualTo(BackupOutcome.PROVEN);
    assertThat(backups().list()).containsExactly(drilling.backup());
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  default void aDamagedBackupFailsItsVerification() {
    keeper().migrate();
    store();
    Backup backup = backups().take(NAME, Progress.UNSEEN);
    damage(backup);

    Verification found = backups().verify(backup, Progress.UNSEEN);

    assertThat(found.isSound()).isFalse();
    assertThat(backups().list().getFirst().outcome()).isEqualTo(BackupOutcome.FAILED);
  }

  @Test
  default void aDamagedBackupFailsItsTrial() {
    keeper().migrate();
    store();
    Backup backup = backups().take(NAME, Progress.UNSEEN);
    damage(backup);

    Drilling drilling = backups().drill(backup, Progress.UNSEEN);

    assertThat(drilling)
        .isInstanceOfSatisfying(
            Drilling.Failed.class, failed -> assertThat(failed.differences()).isNotEmpty());
    assertThat(drilling.backup().outcome()).isEqualTo(BackupOutcome.FAILED);
    assertThat(backups().list()).containsExactly(drilling.backup());
  }

  @Test
  default void aDamagedBackupIsNotRestored() {
    keeper().migrate();
    store();
    Backup backup = backups().take(NAME, Progress.UNSEEN);
    damage(backup);

    Restoring restoring = backups().restore(backup.file());

    assertThat(restoring).isInstanceOf(Restoring.Unsound.class);
    assertThat(backups().list()).hasSize(1);
  }

  @Test
  default void aBackupThatIsRemovedIsGone() {
    keeper().migrate();
    Backup first = backups().take(NAME, Progress.UNSEEN);
    Backup second = backups().take(NAME, Progress.UNSEEN);

    backups().remove(first);
    backups().remove(first);
    backups().tidy();

    assertThat(backups().list()).containsExactly(second);
    assertThatThrownBy(() -> backups().verify(first, Progress.UNSEEN)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> backups().drill(first, Progress.UNSEEN)).isInstanceOf(NotFound.class);
  }

  private static BackupSeal sealOf(Backup backup) {
    return Objects.requireNonNull(backup.seal());
  }

  private State.Present present() {
    return (State.Present) keeper().status().state();
  }

  private List<MigrationNumber> heldNumbers() {
    return present().held().stream().map(held -> held.migration().number()).toList();
  }
}
