package dev.engine.wire;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupOutcome;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.BackupSeal.State;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A backup on the wire. */
public record BackupJson(
    BackupName name,
    Instant takenAt,
    String file,
    long bytes,
    BackupOutcome outcome,
    @Description("absent for one that was kept as it was, unverified")
        @Nullable BackupSealJson seal) {

  public static BackupJson of(Backup backup) {
    return new BackupJson(
        backup.name(),
        backup.takenAt(),
        backup.file().toString(),
        backup.bytes(),
        backup.outcome(),
        backup.seal() == null ? null : BackupSealJson.of(backup.seal()));
  }

  /** Without its folder. */
  public String fileName() {
    return String.valueOf(Path.of(file).getFileName());
  }

  /** What is known of its content. */
  public record BackupSealJson(
      @Description("of all its bytes, 64 lower-case hex digits") String sha256,
      @Description("the position of the last event in it; 0 if there was none") long journalHead,
      int version,
      Instant verifiedAt,
      @Description("when a trial last succeeded; absent if none did") @Nullable Instant provenAt,
      @Nullable Instant failedAt,
      @Description("one line, of one that failed") @Nullable String failure) {

    static BackupSealJson of(BackupSeal seal) {
      State.Failed failed = seal.state() instanceof State.Failed found ? found : null;
      return new BackupSealJson(
          seal.sha256(),
          seal.journalHead(),
          seal.version(),
          seal.verifiedAt(),
          seal.state() instanceof State.Proven(Instant at) ? at : null,
          failed == null ? null : failed.at(),
          failed == null ? null : failed.reason());
    }
  }
}
