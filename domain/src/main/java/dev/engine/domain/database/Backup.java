package dev.engine.domain.database;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of the database as it was.
 *
 * @param file {@code system_backup_<name>_<UTC time>.db} in the folder of backups
 */
public record Backup(BackupName name, Instant takenAt, Path file, long bytes) {

  /** What {@code restore} takes it by. */
  public String fileName() {
    return String.valueOf(file.getFileName());
  }
}
