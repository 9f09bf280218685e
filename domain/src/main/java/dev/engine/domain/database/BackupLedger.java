package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;

/**
 * What the store knows of its own backups. The copies themselves, with their seals, are what is
 * true; this is what can be asked of an engine without its folder, and what the journal tells.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code BackupLedgerContract} is this interface in tests.
 */
public interface BackupLedger {

  /**
   * Takes over what copies there are, and what is known of each: new ones are added, those that are
   * gone are forgotten. Copies without a seal do not count.
   *
   * @param present all backups there are, in any order
   * @param at when that was seen
   */
  Reckoning agree(List<Backup> present, Instant at);

  /**
   * Notes that an attempt came to nothing.
   *
   * @param reason one line, 1 to 500 characters
   * @return how it stands with it
   */
  BackupStanding fail(BackupName name, String reason, Instant at);

  /** How well the database is backed up. */
  BackupStanding standing();

  /** What became of taking over what there is. */
  sealed interface Reckoning {

    /**
     * Something was new.
     *
     * @param taken file names of copies that were not known, the oldest first
     * @param proven file names of copies that were not known to be proven, likewise
     * @param failed file names of copies that were not known to have failed, likewise
     * @param removed file names of copies that are gone, likewise
     */
    record Changed(
        List<String> taken, List<String> proven, List<String> failed, List<String> removed)
        implements Reckoning {

      public Changed {
        taken = List.copyOf(taken);
        proven = List.copyOf(proven);
        failed = List.copyOf(failed);
        removed = List.copyOf(removed);
      }
    }

    /** All was known; nothing was changed. */
    record AsBefore() implements Reckoning {}
  }
}
