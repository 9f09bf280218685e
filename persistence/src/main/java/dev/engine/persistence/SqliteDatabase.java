package dev.engine.persistence;

import dev.engine.domain.database.Backups;
import dev.engine.domain.database.DatabaseKeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The file that the engine's store is in, for whoever takes care of it. Its backups lie in the
 * folder {@code backups} beside it.
 *
 * <p>Keeps nothing open between two calls; safe for use by several threads. Flyway is loaded only
 * when something is migrated.
 */
public final class SqliteDatabase {

  private final Path file;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * @param file need not exist
   * @param patience how long a step waits for others to give the file free
   * @param clock gives backups their time
   */
  public SqliteDatabase(Path file, Duration patience, InstantSource clock) {
    this.file = file.toAbsolutePath();
    this.patience = patience;
    this.clock = clock;
  }

  public DatabaseKeeper keeper() {
    return keeper(MigrationScripts.packed());
  }

  /** As if the program had been packed with {@code scripts}. */
  DatabaseKeeper keeper(MigrationScripts scripts) {
    return new SqliteDatabaseKeeper(file, patience, scripts, copies());
  }

  public Backups backups() {
    return new SqliteBackups(file, patience, folder(), copies());
  }

  private Copies copies() {
    return new Copies(folder(), clock);
  }

  private BackupFolder folder() {
    return new BackupFolder(file.resolveSibling("backups"));
  }
}
