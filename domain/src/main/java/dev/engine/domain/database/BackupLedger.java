package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

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
   * gone are forgotten, and the journal is told. Copies without a seal do not count.
   *
   * @param present lists all backups that there are, in any order. Asked again while nobody else
   *     can write, if anything differs: between a look and a write another process may have taken
   *     over what it has seen later
   * @param at when that was seen
   */
  void agree(Supplier<List<Backup>> present, Instant at);

  /**
   * Notes that an attempt came to nothing.
   *
   * @param reason one line, 1 to 500 characters
   * @return how it stands with it
   */
  BackupStanding fail(BackupName name, String reason, Instant at);

  /** How well the database is backed up at {@code now}. */
  BackupStanding standing(Instant now);
}
