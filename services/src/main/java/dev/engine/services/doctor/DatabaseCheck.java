package dev.engine.services.doctor;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.HomeFolder;

/** That the database can be opened by this program. */
public final class DatabaseCheck implements Check {

  /** Its name, by which a caller can tell that it is storage that does not work. */
  public static final String NAME = "database";

  private final DatabaseSetup database;
  private final HomeFolder home;

  public DatabaseCheck(DatabaseSetup database, HomeFolder home) {
    this.database = database;
    this.home = home;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding look() {
    try {
      return new Finding.Pass("schema version " + database.version(home));
    } catch (StorageUnavailable missing) {
      return failed(missing, "run `engine init`, or try again when nobody else holds it");
    } catch (StorageRefused broken) {
      return failed(broken, "run `engine db status`, which says what can be done");
    }
  }

  private static Finding failed(EngineException failure, String remedy) {
    return new Finding.Fail(String.valueOf(failure.getMessage()), remedy);
  }
}
