package dev.engine.domain.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Backups for tests. */
public final class BackupExamples {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static final String SHA256 = "0123456789abcdef".repeat(4);

  private BackupExamples() {}

  /** A verified scheduled one, called after its {@code minute} after noon. */
  public static Backup taken(int minute) {
    return taken(BackupName.SCHEDULED, minute);
  }

  /** A verified one, called after its {@code minute} after noon. */
  public static Backup taken(BackupName name, int minute) {
    Instant at = minute(minute);
    BackupSeal seal =
        new BackupSeal(
            SHA256, 7, 28, List.of(new TableRows("pings", 3)), at, new BackupSeal.State.Verified());
    return kept(name, minute).with(seal);
  }

  /** As {@link #taken(int)}, proven a minute later. */
  public static Backup proven(int minute) {
    Backup backup = taken(minute);
    return backup.with(seal(backup).proven(minute(minute + 1)));
  }

  /** As {@link #taken(int)}, found to have failed a minute later. */
  public static Backup failed(int minute) {
    Backup backup = taken(minute);
    return backup.with(seal(backup).failed(minute(minute + 1), "page 7 is broken"));
  }

  /** One that nobody verified. */
  public static Backup kept(BackupName name, int minute) {
    Path file = Path.of("backups", "system_backup_%s_%d.db".formatted(name, minute));
    return new Backup(name, minute(minute), file, 4_096, null);
  }

  public static Instant minute(int minute) {
    return NOON.plusSeconds(60L * minute);
  }

  private static BackupSeal seal(Backup backup) {
    return Objects.requireNonNull(backup.seal());
  }
}
