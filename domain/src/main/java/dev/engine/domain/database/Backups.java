package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies of one database file as it was.
 *
 * <p>Each method is one atomic step and safe against other processes: a backup that is cut off does
 * not appear among the others. Any of them may throw {@link StorageUnavailable} or {@link
 * StorageRefused}. {@code DatabaseCareContract} is this interface in tests.
 */
public interface Backups {

  /**
   * Takes and verifies a backup while others go on reading and writing.
   *
   * @param progress in bytes
   * @throws StorageUnavailable if there is no database
   * @throws StorageRefused if the copy is damaged, for then so is the database
   */
  Backup take(BackupName name, Progress progress);

  /** Every backup there is, the newest first. */
  List<Backup> list();

  /**
   * Puts a copy of {@code backup} in place of the database while nobody is connected. The database
   * as it was is kept as a backup of its own, even if it is damaged.
   *
   * @throws NotFound if there is no such file
   */
  Restoring restore(Path backup);
}
