package dev.engine.services;

import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.host.PaneDisplay;
import dev.engine.domain.host.WorkerLogs;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What can be known of an engine's home besides what is in its store.
 *
 * @param backlog what hooks have left behind
 * @param database what the database file has gone through
 * @param condition how that file fares on its disk
 * @param logs what its workers have printed
 * @param backups how it is backed up by itself
 * @param display what brings the panes of its sessions to the front
 */
public record HomeState(
    Supplier<HookBacklog> backlog,
    Supplier<DatabaseStatus> database,
    Supplier<StoreCondition> condition,
    WorkerLogs logs,
    Supplier<BackupPolicy> backups,
    PaneDisplay display) {

  private static final DatabaseStatus NO_FILE =
      new DatabaseStatus(Path.of(""), new DatabaseStatus.State.Missing());

  /** Nothing is left behind, and nobody knows of a file. */
  public static final HomeState UNKNOWN = of(() -> HookBacklog.NONE);

  /** One of which only the logs are known. */
  public static HomeState of(WorkerLogs logs) {
    return new HomeState(
        () -> HookBacklog.NONE,
        () -> NO_FILE,
        () -> StoreCondition.UNKNOWN,
        logs,
        () -> BackupPolicy.STANDARD,
        PaneDisplay.NONE);
  }

  /** One of which only the backlog is known. */
  public static HomeState of(Supplier<HookBacklog> backlog) {
    return new HomeState(
        backlog,
        () -> NO_FILE,
        () -> StoreCondition.UNKNOWN,
        WorkerLogs.NONE,
        () -> BackupPolicy.STANDARD,
        PaneDisplay.NONE);
  }

  /** This one with another display. */
  public HomeState with(PaneDisplay other) {
    return new HomeState(backlog, database, condition, logs, backups, other);
  }
}
