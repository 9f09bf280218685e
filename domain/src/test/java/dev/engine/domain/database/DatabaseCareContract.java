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

  private State.Present present() {
    return (State.Present) keeper().status().state();
  }

  private List<MigrationNumber> heldNumbers() {
    return present().held().stream().map(held -> held.migration().number()).toList();
  }
}
