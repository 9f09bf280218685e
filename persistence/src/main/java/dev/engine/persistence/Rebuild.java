package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Rebuilding;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Builds a file anew from {@code schema.sql} and carries the rows over. */
final class Rebuild {

  private static final BackupName BEFORE = new BackupName("before_rebuild");

  private final Path file;
  private final Duration patience;
  private final MigrationScripts scripts;
  private final Copies copies;

  Rebuild(Path file, Duration patience, MigrationScripts scripts, Copies copies) {
    this.file = file;
    this.patience = patience;
    this.scripts = scripts;
    this.copies = copies;
  }

  Rebuilding run(Progress progress) {
    requireUsable();
    Optional<ExclusiveHold> taken = ExclusiveHold.take(file, patience);
    if (taken.isEmpty()) {
      return new Rebuilding.InUse(LockHolders.of(file));
    }
    try (ExclusiveHold hold = taken.get()) {
      return rebuilt(hold, progress);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /** Before the file is touched: holding it takes it out of WAL mode for a while. */
  private void requireUsable() {
    try {
      Connections.openAnyAge(file, patience).close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  private Rebuilding rebuilt(ExclusiveHold hold, Progress progress) throws SQLException {
    Optional<MigrationHistory> history = MigrationHistory.of(hold.connection(), scripts);
    if (history.isEmpty()) {
      return new Rebuilding.NoHistory();
    }
    List<MigrationScript> pending = history.get().pending(scripts);
    if (!pending.isEmpty()) {
      // The new file's history will say that their work is done, so it has to be.
      return new Rebuilding.NotYet(pending.stream().map(MigrationScript::migration).toList());
    }
    return rebuilt(hold, history.get(), progress);
  }

  private Rebuilding rebuilt(ExclusiveHold hold, MigrationHistory history, Progress progress)
      throws SQLException {
    Backup old = copies.asItIs(hold.connection(), BEFORE);
    try (UnfinishedFile fresh = UnfinishedFile.of(file)) {
      RowTransfer moved = filled(fresh.path(), history, old.file(), progress);
      hold.replaceBy(fresh.path());
      return new Rebuilding.Rebuilt(old, moved.copied(), moved.leftBehind());
    }
  }

  private RowTransfer filled(Path fresh, MigrationHistory history, Path old, Progress progress)
      throws SQLException {
    try (Connection connection = Connections.openUnmarked(fresh, patience)) {
      build(fresh, connection, history);
      RowTransfer moved = RowTransfer.run(connection, old, progress);
      requireSound(Inspection.of(connection, fresh, Progress.UNSEEN));
      return moved;
    }
  }

  /** What was released in the old file is released in the new one, too. */
  private void build(Path fresh, Connection connection, MigrationHistory history) {
    // Not closed: the connection is still wanted.
    DirectTransactions.alone(fresh, connection)
        .write(
            written -> {
              FlywayRun.stamp(written, scripts.free());
              try (Statement statement = written.createStatement()) {
                statement.executeUpdate(SchemaSources.schema());
              }
              FlywayRun.apply(written, scripts.freeOr(history.numbers()));
              return true;
            });
  }

  private static void requireSound(Verification found) {
    if (!found.isSound()) {
      throw new StorageRefused(
          "the rows do not fit together, so the old file stays: " + found.problems().getFirst());
    }
  }
}
