package dev.engine.wire;

import dev.engine.domain.database.BackupStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How well the database is backed up, on the wire. */
public record BackupStandingJson(
    @Description("absent if there is no good backup") @Nullable KnownBackupJson latest,
    @Description("the newest whose trial succeeded; absent if there is none")
        @Nullable KnownBackupJson proven,
    @Description("absent unless something failed after the latest")
        @Nullable BackupTroubleJson trouble) {

  public static BackupStandingJson of(BackupStanding standing) {
    return new BackupStandingJson(
        KnownBackupJson.of(standing.latest()),
        KnownBackupJson.of(standing.proven()),
        BackupTroubleJson.of(standing.trouble()));
  }

  /** A backup that can be relied on. */
  public record KnownBackupJson(
      @Description("without its folder") String fileName, Instant takenAt) {

    static @Nullable KnownBackupJson of(BackupStanding.@Nullable Known known) {
      return known == null ? null : new KnownBackupJson(known.fileName(), known.takenAt());
    }
  }

  /** What fails. */
  public record BackupTroubleJson(Instant since, Instant lastAt, String reason) {

    static @Nullable BackupTroubleJson of(BackupStanding.@Nullable Trouble trouble) {
      return trouble == null
          ? null
          : new BackupTroubleJson(trouble.since(), trouble.lastAt(), trouble.reason());
    }
  }
}
