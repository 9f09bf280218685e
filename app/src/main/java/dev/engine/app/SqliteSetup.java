package dev.engine.app;

import dev.engine.domain.database.DatabaseKeeper;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.HomeFolder;
import dev.engine.persistence.SqliteDatabase;
import java.time.Duration;
import java.time.InstantSource;

/** Sets a home's database up by way of what takes care of it ever after. */
final class SqliteSetup implements DatabaseSetup {

  private final Duration patience;
  private final InstantSource clock;

  SqliteSetup(Duration patience, InstantSource clock) {
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Prepared prepare(HomeFolder home) {
    StoreRooms.place(home.database()).requireLocal();
    return switch (keeper(home).migrate()) {
      case Migrating.Migrated migrated -> new Prepared(change(migrated), migrated.version());
      case Migrating.UpToDate upToDate -> new Prepared(Change.NONE, upToDate.version());
      case Migrating.NoHistory unknown ->
          throw new StorageRefused(
              "database %s has no history of migrations: `engine db adopt` takes it over"
                  .formatted(home.database()));
    };
  }

  @Override
  public int version(HomeFolder home) {
    return switch (keeper(home).status().state()) {
      case DatabaseStatus.State.Present present -> present.version();
      case DatabaseStatus.State.Missing missing ->
          throw new StorageUnavailable("there is no database at " + home.database());
    };
  }

  /** Whoever has applied the very first migration has made the file. */
  private static Change change(Migrating.Migrated migrated) {
    return migrated.applied().getFirst().number().value() == 1 ? Change.MADE : Change.MIGRATED;
  }

  private DatabaseKeeper keeper(HomeFolder home) {
    return new SqliteDatabase(home.database(), patience, clock).keeper();
  }
}
