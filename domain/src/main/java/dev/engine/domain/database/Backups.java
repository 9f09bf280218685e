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

  /**
   * What room there is for one more.
   *
   * @throws StorageUnavailable if the disk does not tell
   */
  BackupRoom room();

  /** Every backup there is, the newest first. */
  List<Backup> list();

  /**
   * Looks at every page and every row of a backup, and whether its bytes are those that were
   * written. What was found is known of it from then on.
   *
   * @param progress in tables
   * @throws NotFound if it is not there any more
   */
  Verification verify(Backup backup, Progress progress);

  /**
   * Restores a backup into a folder of its own, asks it what the backup is asked, and takes the
   * folder away. What came of it is known of the backup from then on.
   *
   * @param progress in tables
   * @throws NotFound if it is not there any more
   * @throws StorageRefused for a reason that says nothing against the backup, which stays as it was
   */
  Drilling drill(Backup backup, Progress progress);

  /** Takes a backup away for good; one that is not there any more is no failure. */
  void remove(Backup backup);

  /** Takes away what ended processes left half done. */
  void tidy();

  /**
   * Puts a copy of {@code backup} in place of the database while nobody is connected. The database
   * as it was is kept as a backup of its own, even if it is damaged. A backup whose bytes are not
   * those that were written is not restored.
   *
   * @throws NotFound if there is no such file
   */
  Restoring restore(Path backup);
}
