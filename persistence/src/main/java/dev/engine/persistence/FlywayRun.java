package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Flyway, inside a transaction of ours: it applies and keeps the history, we hold the write lock
 * and commit. So all migrations of one run come true together or not at all.
 */
final class FlywayRun {

  private FlywayRun() {}

  /**
   * Applies those of {@code offered} that the file does not have yet, by number.
   *
   * @param connection with a write transaction open
   * @param offered also all those that the file has, so that it can be seen whether they are still
   *     the same
   * @throws StorageRefused if one of them fails, or is not what it was when it was applied
   */
  static void apply(Connection connection, List<MigrationScript> offered) throws SQLException {
    run(configuration(connection, offered), Flyway::migrate);
  }

  /** Notes {@code offered} as applied, in a file that has no tables yet, without running them. */
  static void stamp(Connection connection, List<MigrationScript> offered) throws SQLException {
    run(configuration(connection, offered).skipExecutingMigrations(true), Flyway::migrate);
  }

  /** Notes that a file without history has the schema of {@code version}. */
  static void baseline(Connection connection, int version) throws SQLException {
    run(
        configuration(connection, List.of())
            .baselineVersion(Integer.toString(version))
            .baselineDescription("adopted"),
        Flyway::baseline);
  }

  private static FluentConfiguration configuration(
      Connection connection, List<MigrationScript> offered) {
    return Flyway.configure(FlywayRun.class.getClassLoader())
        .dataSource(new BorrowedConnection(connection))
        .resourceProvider(new FlywayScripts(offered))
        .sqlMigrationPrefix("")
        .sqlMigrationSeparator("_")
        .sqlMigrationSuffixes(".sql")
        .table(MigrationHistory.TABLE)
        .installedBy("engine")
        .outOfOrder(true) // one that was held comes after others with a higher number
        .placeholderReplacement(false)
        .skipDefaultCallbacks(true);
  }

  private static void run(FluentConfiguration configuration, Consumer<Flyway> task)
      throws SQLException {
    try {
      Flyway flyway = configuration.load();
      LogFactory.setLogCreator(type -> new FlywaySilence()); // after load(), which resets it
      task.accept(flyway);
    } catch (FlywayException failure) {
      SQLException cause = cause(failure);
      if (cause != null && !isOfTheScript(cause)) {
        throw cause;
      }
      throw new StorageRefused(
          "a migration failed and was undone, the database is as it was: "
              + (cause == null ? failure.getMessage() : cause.getMessage()),
          failure);
    }
  }

  /** Whether the statement could not be, as opposed to the disk or the file. */
  private static boolean isOfTheScript(SQLException failure) {
    int code = failure.getErrorCode();
    return code == SQLiteErrorCode.SQLITE_ERROR.code
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  private static @Nullable SQLException cause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
