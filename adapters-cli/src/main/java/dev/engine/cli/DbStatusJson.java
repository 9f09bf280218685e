package dev.engine.cli;

import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.Migration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database file on the wire. Times are ISO-8601 in UTC.
 *
 * @param schema what is known of a file that is there; absent if there is none
 * @param backups the newest first
 */
record DbStatusJson(
    String file,
    boolean present,
    @Nullable SchemaJson schema,
    StandingJson standing,
    List<BackupJson> backups) {

  static DbStatusJson of(DatabaseStatus status, BackupStanding standing, List<Backup> backups) {
    SchemaJson schema =
        switch (status.state()) {
          case State.Missing none -> null;
          case State.Present present -> SchemaJson.of(present);
        };
    return new DbStatusJson(
        status.file().toString(),
        schema != null,
        schema,
        StandingJson.of(standing),
        backups.stream().map(BackupJson::of).toList());
  }

  /** What a file has gone through, and how large it is; each list by number. */
  record SchemaJson(
      int version,
      List<AppliedJson> applied,
      List<MigrationJson> pending,
      List<HeldJson> held,
      long bytes,
      long walBytes,
      long pages,
      long freePages) {

    static SchemaJson of(State.Present present) {
      return new SchemaJson(
          present.version(),
          present.applied().stream().map(AppliedJson::of).toList(),
          present.pending().stream().map(MigrationJson::of).toList(),
          present.held().stream().map(HeldJson::of).toList(),
          present.size().bytes(),
          present.size().walBytes(),
          present.size().pages(),
          present.size().freePages());
    }
  }

  /** A migration on the wire, its number with three digits. */
  record MigrationJson(String number, String description) {

    static MigrationJson of(Migration migration) {
      return new MigrationJson(migration.number().toString(), migration.description());
    }
  }

  /** A migration that was applied. */
  record AppliedJson(String number, String description, String appliedAt) {

    static AppliedJson of(AppliedMigration applied) {
      Migration migration = applied.migration();
      return new AppliedJson(
          migration.number().toString(), migration.description(), applied.at().toString());
    }
  }

  /** A migration that waits for the person's word, and what it would drop. */
  record HeldJson(String number, String description, String reason, List<TableRowsJson> drops) {

    static HeldJson of(HeldMigration held) {
      Migration migration = held.migration();
      return new HeldJson(
          migration.number().toString(),
          migration.description(),
          held.reason(),
          TableRowsJson.of(held.drops()));
    }
  }
}
