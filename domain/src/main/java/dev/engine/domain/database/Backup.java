package dev.engine.domain.database;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the database as it was.
 *
 * @param file {@code system_backup_<name>_<UTC time>.db} in the folder of backups
 * @param seal what is known of its content; null for one that was kept as it was, unverified
 */
public record Backup(
    BackupName name, Instant takenAt, Path file, long bytes, @Nullable BackupSeal seal) {

  /** What {@code restore} takes it by. */
  public String fileName() {
    return String.valueOf(file.getFileName());
  }

  /** How far it can be relied on. */
  public BackupOutcome outcome() {
    return seal == null ? BackupOutcome.KEPT : seal.state().outcome();
  }

  /** Whether it can be gone back to, as far as is known. */
  public boolean isGood() {
    return outcome().isGood();
  }

  /** The same, of which {@code other} is known now. */
  public Backup with(BackupSeal other) {
    return new Backup(name, takenAt, file, bytes, other);
  }
}
