package dev.engine.http.resource;

import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Progress;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.wire.BackupJson;
import dev.engine.wire.DatabaseJson;
import dev.engine.wire.Description;
import dev.engine.wire.DrillJson;
import dev.engine.wire.VerificationJson;
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
}
