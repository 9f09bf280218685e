package dev.engine.cli;

import dev.engine.domain.database.BackupStanding;
import org.jspecify.annotations.Nullable;

/**
 * How well the database is backed up, on the wire.
 *
 * @param latest the newest good backup; absent if there is none
 * @param proven the newest whose trial succeeded; absent if there is none
 * @param trouble what failed after the latest; absent if nothing did
 */
record StandingJson(
    @Nullable KnownJson latest, @Nullable KnownJson proven, @Nullable TroubleJson trouble) {

  static StandingJson of(BackupStanding standing) {
    return new StandingJson(
        KnownJson.of(standing.latest()),
        KnownJson.of(standing.proven()),
        TroubleJson.of(standing.trouble()));
  }

  /** A backup that can be relied on. */
  record KnownJson(String fileName, String takenAt) {

    static @Nullable KnownJson of(BackupStanding.@Nullable Known known) {
      return known == null ? null : new KnownJson(known.fileName(), known.takenAt().toString());
    }
  }

  /** What fails. */
  record TroubleJson(String since, String lastAt, String reason) {

    static @Nullable TroubleJson of(BackupStanding.@Nullable Trouble trouble) {
      return trouble == null
          ? null
          : new TroubleJson(
              trouble.since().toString(), trouble.lastAt().toString(), trouble.reason());
    }
  }
}
