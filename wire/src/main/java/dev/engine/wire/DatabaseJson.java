package dev.engine.wire;

import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database file on the wire. */
public record DatabaseJson(
    @Description("where it is, or would be") String file,
    boolean present,
    @Description("absent if there is no file") @Nullable SchemaJson schema,
    BackupStandingJson standing,
    @Description("the newest first") List<BackupJson> backups) {

  /** With its backups, the newest first. */
  public static DatabaseJson of(
      DatabaseStatus status, BackupStanding standing, List<Backup> backups) {
    SchemaJson schema =
        switch (status.state()) {
          case State.Missing none -> null;
          case State.Present present -> SchemaJson.of(present);
        };
    return new DatabaseJson(
        status.file().toString(),
        schema != null,
        schema,
        BackupStandingJson.of(standing),
        backups.stream().map(BackupJson::of).toList());
  }

  /** What a file has gone through, and how large it is; each list by number. */
  public record SchemaJson(
      int version,
      List<AppliedMigrationJson> applied,
      List<MigrationJson> pending,
      List<HeldMigrationJson> held,
      long bytes,
      long walBytes,
      long pages,
      long freePages) {

    static SchemaJson of(State.Present present) {
      return new SchemaJson(
          present.version(),
          present.applied().stream().map(AppliedMigrationJson::of).toList(),
          present.pending().stream().map(MigrationJson::of).toList(),
          present.held().stream().map(HeldMigrationJson::of).toList(),
          present.size().bytes(),
          present.size().walBytes(),
          present.size().pages(),
          present.size().freePages());
    }
  }

  /** A migration on the wire. */
  public record MigrationJson(MigrationNumber number, String description) {

    static MigrationJson of(Migration migration) {
      return new MigrationJson(migration.number(), migration.description());
    }
  }

  /** A migration that was applied. */
  public record AppliedMigrationJson(
      MigrationNumber number, String description, Instant appliedAt) {

    static AppliedMigrationJson of(AppliedMigration applied) {
      Migration migration = applied.migration();
      return new AppliedMigrationJson(migration.number(), migration.description(), applied.at());
    }
  }

  /** A migration that waits for the person's word, and what it would drop. */
  public record HeldMigrationJson(
      MigrationNumber number, String description, String reason, List<TableRowsJson> drops) {

    static HeldMigrationJson of(HeldMigration held) {
      Migration migration = held.migration();
      return new HeldMigrationJson(
          migration.number(),
          migration.description(),
          held.reason(),
          TableRowsJson.of(held.drops()));
    }
  }
}
