package dev.engine.cli;

import dev.engine.domain.database.Backup;

/**
 * A backup on the wire.
 *
 * @param takenAt ISO-8601 in UTC
 */
record BackupJson(String name, String takenAt, String file, long bytes) {

  static BackupJson of(Backup backup) {
    return new BackupJson(
        backup.name().value(),
        backup.takenAt().toString(),
        backup.file().toString(),
        backup.bytes());
  }
}
