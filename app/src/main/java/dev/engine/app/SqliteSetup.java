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
    DatabaseKeeper keeper = keeper(home);
    boolean isThere = keeper.status().state() instanceof DatabaseStatus.State.Present;
    return switch (keeper.migrate()) {
      case Migrating.Migrated migrated ->
          new Prepared(isThere ? Change.MIGRATED : Change.MADE, migrated.version());
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

  private DatabaseKeeper keeper(HomeFolder home) {
    return new SqliteDatabase(home.database(), patience, clock).keeper();
  }
}
