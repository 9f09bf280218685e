package dev.engine.services;

import dev.engine.domain.TextLength;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupLedger;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.BackupRoom;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Taking backups, and knowing what they are worth. The copies and their seals are what is true; the
 * store's ledger follows them, as soon as there is a store of this version to write to.
 */
public final class BackupCare {

  private static final int REASON_LENGTH = 500;

  private final Backups backups;
  private final Supplier<BackupLedger> ledger;
  private final InstantSource clock;

  /**
   * @param ledger of the store that the backups are of; asking for it fails while that is missing,
   *     damaged or of another version, which can be backed up all the same
   */
  public BackupCare(Backups backups, Supplier<BackupLedger> ledger, InstantSource clock) {
    this.backups = backups;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Takes a verified backup, also while others write. A scheduled one only where there is room for
   * it: nobody waits for that one, and who writes meanwhile needs some, too.
   *
   * @param progress in bytes, of the copy and of its verification
   * @throws StorageUnavailable if there is no database, or the disk fails
   * @throws StorageRefused if the copy is damaged, for then so is the database
   */
  public Backup take(BackupName name, Progress progress) {
    Backup taken;
    try {
      if (name.equals(BackupName.SCHEDULED)) {
        requireRoom();
      }
      taken = backups.take(name, progress);
    } catch (EngineException failure) { // the person is to be told, also of what a loop has tried
      noteFailure(name, failure);
      throw failure;
    }
    takeOver();
    return taken;
  }

  /** Every backup, the newest first. */
  public List<Backup> list() {
    return backups.list();
  }

  /**
   * One backup, by the name of its file.
   *
   * @throws NotFound if none is called so
   */
  public Backup find(String fileName) {
    return backups.list().stream()
        .filter(backup -> backup.fileName().equals(fileName))
        .findFirst()
        .orElseThrow(() -> new NotFound("backup", fileName));
  }

  /**
   * Looks at every page, every row and every byte of a backup.
   *
   * @param progress in tables
   */
  public Verification verify(Backup backup, Progress progress) {
    Verification found = backups.verify(backup, progress);
    takeOver();
    return found;
  }

  /**
   * Restores the newest good backup on trial.
   *
   * @param progress in tables
   * @throws NotFound if there is none
   * @throws StorageRefused if it cannot be restored, or answers otherwise than it should
   */
  public Drilling.Proven drill(Progress progress) {
    Backup newest =
        backups.list().stream()
            .filter(Backup::isGood)
            .findFirst()
            .orElseThrow(() -> new NotFound("good backup:", "`engine db backup` takes one"));
    return drill(newest, progress);
  }

  /** As {@link #drill(Progress)}, of {@code backup}. */
  public Drilling.Proven drill(Backup backup, Progress progress) {
    Drilling drilling = backups.drill(backup, progress);
    takeOver();
    return switch (drilling) {
      case Drilling.Proven proven -> proven;
      case Drilling.Failed failed ->
          throw new StorageRefused(
              "%s failed its trial: %s"
                  .formatted(backup.fileName(), failed.differences().getFirst()));
    };
  }

  /**
   * How well the database is backed up: as the store knows it, or where it cannot be asked, as the
   * copies themselves tell.
   */
  public BackupStanding standing() {
    try {
      return ledger.get().standing(clock.instant());
    } catch (StorageRefused | StorageUnavailable notToBeAsked) {
      return standingOfCopies();
    }
  }

  /**
   * Whether {@code policy} wants a backup now, by what the store knows and by what the copies tell:
   * a store that cannot take them over would have one taken in each round.
   */
  public boolean isDue(BackupPolicy policy) {
    Instant now = clock.instant();
    return policy.isDue(standing(), now) && policy.isDue(standingOfCopies(), now);
  }

  /** Takes away what ended processes left half done. */
  public void tidy() {
    backups.tidy();
    takeOver();
  }

  /** Takes away the backups that {@code policy} does not keep, and returns them, newest first. */
  public List<Backup> prune(BackupPolicy policy) {
    List<Backup> spent = policy.spent(backups.list(), clock.instant());
    spent.forEach(backups::remove);
    takeOver();
    return spent;
  }

  /** The copies say the same, and the next one that asks takes it over. */
  private void takeOver() {
    try {
      ledger.get().agree(backups::list, clock.instant());
    } catch (StorageRefused | StorageUnavailable laterThen) {
      return;
    }
  }

  private BackupStanding standingOfCopies() {
    return BackupStanding.of(backups.list(), clock.instant());
  }

  private void requireRoom() {
    BackupRoom room = backups.room();
    if (!room.isEnough()) {
      throw new StorageUnavailable(room.told());
    }
  }

  private void noteFailure(BackupName name, EngineException failure) {
    if (Thread.currentThread().isInterrupted()) {
      return; // whoever ended it knows, and it has shown nothing about the disk or the database
    }
    Instant at = clock.instant();
    try {
      String reason = TextLength.headline(String.valueOf(failure.getMessage()), REASON_LENGTH);
      ledger.get().fail(name, reason, at);
    } catch (StorageRefused | StorageUnavailable noStore) {
      failure.addSuppressed(noStore);
    }
  }
}
