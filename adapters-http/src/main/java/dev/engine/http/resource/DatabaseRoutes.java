package dev.engine.http.resource;

import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.database.Verification;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.json.Description;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/database}: the file itself and its backups. What must not have anybody connected
 * is for the command line alone.
 */
final class DatabaseRoutes implements Routes {

  private static final String DATABASE = "/api/v1/database";
  private static final String BACKUPS = DATABASE + "/backups";

  private static final Parameter<String> FILE_NAME =
      Parameter.path("file", String.class, "the name of the backup's file, without its folder");

  private final DatabaseMaintenance database;
  private final BackupCare backups;

  DatabaseRoutes(DatabaseMaintenance database, BackupCare backups) {
    this.database = database;
    this.backups = backups;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(DATABASE, "showDatabase", "What there is to know without reading rows.")
            .answers(DatabaseJson.class, this::status),
        Operation.post(DATABASE + "/verify", "verifyDatabase", "Looks at every page and every row.")
            .takesLong()
            .answers(VerificationJson.class, this::verify),
        Operation.get(BACKUPS, "listBackups", "The backups, the newest first.")
            .listsFront(BackupJson.class, this::backups),
        Operation.post(BACKUPS, "takeBackup", "Takes a verified backup while others go on.")
            .takesLong()
            .takes(TakeBackupRequest.class)
            .creates(BackupJson.class, made -> BACKUPS + "/" + made.fileName(), this::take),
        Operation.get(BACKUPS + "/{file}", "showBackup", "One backup.")
            .with(FILE_NAME)
            .answers(BackupJson.class, this::show),
        Operation.post(
                BACKUPS + "/{file}/verify", "verifyBackup", "Looks at every row and every byte.")
            .with(FILE_NAME)
            .takesLong()
            .answers(VerificationJson.class, this::verifyBackup),
        Operation.post(
                BACKUPS + "/{file}/drill",
                "drillBackup",
                "Restores it on trial, aside, and asks it what the backup is asked.")
            .with(FILE_NAME)
            .takesLong()
            .answers(DrillJson.class, this::drillBackup),
        Operation.post(
                DATABASE + "/drill", "drillNewestBackup", "The same, of the newest good backup.")
            .takesLong()
            .answers(DrillJson.class, this::drill));
  }

  private DatabaseJson status(Call call) {
    return DatabaseJson.of(database.status(), backups.standing(), backups.list());
  }

  private List<BackupJson> backups(Call call) {
    return backups.list().stream().limit(call.limit().rows()).map(BackupJson::of).toList();
  }

  private BackupJson take(Call call, TakeBackupRequest request) {
    BackupName name = request.name() == null ? BackupName.MANUAL : request.name();
    return BackupJson.of(backups.take(name, Progress.UNSEEN));
  }

  private BackupJson show(Call call) {
    return BackupJson.of(backups.find(call.get(FILE_NAME)));
  }

  private VerificationJson verify(Call call) {
    return VerificationJson.of(database.verify(Progress.UNSEEN));
  }

  private VerificationJson verifyBackup(Call call) {
    return VerificationJson.of(backups.verify(backups.find(call.get(FILE_NAME)), Progress.UNSEEN));
  }

  private DrillJson drillBackup(Call call) {
    return DrillJson.of(backups.drill(backups.find(call.get(FILE_NAME)), Progress.UNSEEN));
  }

  private DrillJson drill(Call call) {
    return DrillJson.of(backups.drill(Progress.UNSEEN));
  }

  record TakeBackupRequest(
      @Description("part of the file's name; manual if it is left out")
          @Nullable BackupName name) {}

  /** The database file on the wire. */
  record DatabaseJson(
      @Description("where it is, or would be") String file,
      boolean present,
      @Description("absent if there is no file") @Nullable SchemaJson schema,
      BackupStandingJson standing,
      @Description("the newest first") List<BackupJson> backups) {

    static DatabaseJson of(DatabaseStatus status, BackupStanding standing, List<Backup> backups) {
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
  }

  /** What a file has gone through, and how large it is; each list by number. */
  record SchemaJson(
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
  record MigrationJson(MigrationNumber number, String description) {

    static MigrationJson of(Migration migration) {
      return new MigrationJson(migration.number(), migration.description());
    }
  }

  /** A migration that was applied. */
  record AppliedMigrationJson(MigrationNumber number, String description, Instant appliedAt) {

    static AppliedMigrationJson of(AppliedMigration applied) {
      Migration migration = applied.migration();
      return new AppliedMigrationJson(migration.number(), migration.description(), applied.at());
    }
  }

  /** A migration that waits for the person's word, and what it would drop. */
  record HeldMigrationJson(
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

  /** The rows of a table. */
  record TableRowsJson(String table, long rows) {

    static List<TableRowsJson> of(List<TableRows> rows) {
      return rows.stream().map(one -> new TableRowsJson(one.table(), one.rows())).toList();
    }
  }

  /** What a look at the whole file found. */
  record VerificationJson(
      String file,
      int version,
      boolean sound,
      @Description("every table, by name") List<TableRowsJson> tables,
      @Description("one line each; empty for a sound file") List<String> problems) {

    static VerificationJson of(Verification found) {
      return new VerificationJson(
          found.file().toString(),
          found.version(),
          found.isSound(),
          TableRowsJson.of(found.rows()),
          found.problems());
    }
  }

  /** A trial that succeeded. */
  record DrillJson(
      BackupJson backup,
      @Description("how many questions were asked of both") int answersCount,
      @Description("every table, by name") List<TableRowsJson> tables) {

    static DrillJson of(Drilling.Proven proven) {
      return new DrillJson(
          BackupJson.of(proven.backup()), proven.answersCount(), TableRowsJson.of(proven.rows()));
    }
  }
}
