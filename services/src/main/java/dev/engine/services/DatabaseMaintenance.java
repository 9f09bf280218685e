package dev.engine.services;

import dev.engine.domain.database.Adopting;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.DatabaseKeeper;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Rebuilding;
import dev.engine.domain.database.Releasing;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Looking after the database file: its schema, its backups, its health. */
public final class DatabaseMaintenance {

  private final DatabaseKeeper keeper;
  private final Backups backups;

  public DatabaseMaintenance(DatabaseKeeper keeper, Backups backups) {
    this.keeper = keeper;
    this.backups = backups;
  }

  /** What there is to know about the file without reading its rows. */
  public DatabaseStatus status() {
    return keeper.status();
  }

  /**
   * Makes the file, or brings it up to this program's schema; nothing is applied if it is there
   * already. Held migrations stay held.
   *
   * @throws Conflict if the file has tables and no history of migrations
   */
  public Migrating.Migrated migrate() {
    return switch (keeper.migrate()) {
      case Migrating.Migrated migrated -> migrated;
      case Migrating.UpToDate current -> new Migrating.Migrated(List.of(), current.version(), null);
      case Migrating.NoHistory none -> throw noHistory();
    };
  }

  /**
   * Applies a held migration.
   *
   * @throws NotFound if there is no migration {@code number}
   * @throws Conflict if it is not held, was released before, must wait for others, or would lose
   *     rows
   */
  public Releasing.Released release(MigrationNumber number) {
    return switch (keeper.release(number)) {
      case Releasing.Released released -> released;
      case Releasing.NoSuchMigration none -> throw new NotFound("migration", number);
      case Releasing.ReleasedBefore before ->
          throw new Conflict("migration %s was released before".formatted(number));
      case Releasing.NotHeld free ->
          throw new Conflict(
              "migration %s is not held: `engine db migrate` applies it".formatted(number));
      case Releasing.NotYet waiting ->
          throw new Conflict(
              "migration %s comes after %s: `engine db migrate` first"
                  .formatted(number, numbers(waiting.pending())));
      case Releasing.WouldLose kept ->
          throw new Conflict(
              "migration %s would lose %,d rows of %s that what replaces it does not have"
                  .formatted(number, kept.rows().rows(), kept.rows().table()));
    };
  }

  /**
   * Builds the file anew from the schema.
   *
   * @param progress in rows
   * @throws Conflict if somebody is connected, migrations are pending, or there is no history of
   *     them
   */
  public Rebuilding.Rebuilt rebuild(Progress progress) {
    return switch (keeper.rebuild(progress)) {
      case Rebuilding.Rebuilt rebuilt -> rebuilt;
      case Rebuilding.NotYet waiting ->
          throw new Conflict(
              "a rebuild comes after migration %s: `engine db migrate` first"
                  .formatted(numbers(waiting.pending())));
      case Rebuilding.NoHistory none -> throw noHistory();
      case Rebuilding.InUse busy -> throw inUse(busy.processes());
    };
  }

  /**
   * Takes over a database that has no history of migrations, or says how it differs from all that
   * could be taken over.
   *
   * @throws NotFound if there is no such file
   * @throws Conflict if it has a history, or somebody is connected to the one it would replace
   * @throws StorageRefused if it is damaged
   */
  public Adopting.Compared adopt(Path file) {
    return switch (keeper.adopt(file)) {
      case Adopting.Compared compared -> compared;
      case Adopting.HasHistory none ->
          throw new Conflict(
              "%s has a history of migrations: it is an Engine database already".formatted(file));
      case Adopting.Unsound damaged -> throw unsound(damaged.verification());
      case Adopting.InUse busy -> throw inUse(busy.processes());
    };
  }

  /**
   * Looks at every page and every row of the database.
   *
   * @param progress in tables
   */
  public Verification verify(Progress progress) {
    return keeper.verify(progress);
  }

  /**
   * Looks at every page and every row of another file.
   *
   * @param progress in tables
   * @throws NotFound if there is no such file
   */
  public Verification verify(Path file, Progress progress) {
    return keeper.verify(file, progress);
  }

  /**
   * Goes back to a backup, and keeps the database as it was.
   *
   * @throws NotFound if there is no such file
   * @throws Conflict if somebody is connected
   * @throws StorageRefused if the backup is damaged
   */
  public Restoring.Restored restore(Path backup) {
    return switch (backups.restore(backup)) {
      case Restoring.Restored restored -> restored;
      case Restoring.Unsound damaged -> throw unsound(damaged.verification());
      case Restoring.InUse busy -> throw inUse(busy.processes());
    };
  }

  private static Conflict inUse(List<Long> processes) {
    String who =
        processes.isEmpty()
            ? "somebody"
            : processes.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "process ", ""));
    return new Conflict("%s is connected to the database: stop that first".formatted(who));
  }

  private static Conflict noHistory() {
    return new Conflict(
        "the database has no history of migrations: `engine db adopt` finds out its version");
  }

  private static StorageRefused unsound(Verification found) {
    return new StorageRefused(
        "%s is damaged: %s".formatted(found.file(), found.problems().getFirst()));
  }

  private static String numbers(List<Migration> migrations) {
    return migrations.stream()
        .map(migration -> migration.number().toString())
        .collect(Collectors.joining(", "));
  }
}
