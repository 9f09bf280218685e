package dev.engine.cli;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.BackupSeal.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup on the wire.
 *
 * @param takenAt ISO-8601 in UTC, as all times here
 * @param outcome its wire name
 * @param seal what is known of its content; absent for one that was kept as it was, unverified
 */
record BackupJson(
    String name, String takenAt, String file, long bytes, String outcome, @Nullable SealJson seal) {

  static BackupJson of(Backup backup) {
    return new BackupJson(
        backup.name().value(),
        backup.takenAt().toString(),
        backup.file().toString(),
        backup.bytes(),
        backup.outcome().wireName(),
        backup.seal() == null ? null : SealJson.of(backup.seal()));
  }

  /**
   * What is known of a backup's content.
   *
   * @param sha256 of all its bytes, 64 lower-case hex digits
   * @param journalHead the position of the last event in it; 0 if there was none
   */
  record SealJson(
      String sha256,
      long journalHead,
      int version,
      String verifiedAt,
      @Nullable String provenAt,
      @Nullable String failedAt,
      @Nullable String failure) {

    static SealJson of(BackupSeal seal) {
      State.Failed failed = seal.state() instanceof State.Failed found ? found : null;
      return new SealJson(
          seal.sha256(),
          seal.journalHead(),
          seal.version(),
          seal.verifiedAt().toString(),
          seal.state() instanceof State.Proven(Instant at) ? at.toString() : null,
          failed == null ? null : failed.at().toString(),
          failed == null ? null : failed.reason());
    }
  }
}
