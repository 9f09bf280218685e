package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Releasing;
import dev.engine.domain.database.TableRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file up to this program's schema.
 *
 * <p>One run is one write transaction, from the look at what is missing to the last migration. So a
 * second process waits and then finds nothing to do, nothing is written between the backup and the
 * migration, and a kill leaves the old schema or the new one.
 */
final class Migrator {

  private final Path file;
  private final Duration patience;
  private final MigrationScripts scripts;
  private final Copies copies;

  Migrator(Path file, Duration patience, MigrationScripts scripts, Copies copies) {
    this.file = file;
    this.patience = patience;
    this.scripts = scripts;
    this.copies = copies;
  }

  Migrating migrate() {
    DatabaseFiles.createIfMissing(file);
    Connection connection = Connections.openAnyAgeOrEmpty(file, patience);
    try (Transactions transactions = DirectTransactions.shared(file, connection, patience)) {
      return transactions.write(this::migrate);
    }
  }

  Releasing release(MigrationNumber number) {
    Optional<MigrationScript> script = scripts.find(number);
    if (script.isEmpty()) {
      return new Releasing.NoSuchMigration(number);
    }
    if (!script.get().isHeld()) {
      return new Releasing.NotHeld(script.get().migration());
    }
    Connection connection = Connections.openAnyAge(file, patience);
    try (Transactions transactions = DirectTransactions.shared(file, connection, patience)) {
      return transactions.write(held -> release(held, script.get().migration()));
    }
  }

  private Migrating migrate(Connection connection) throws SQLException {
    Optional<MigrationHistory> history = MigrationHistory.of(connection, scripts);
    if (history.isEmpty() && !Connections.isEmpty(connection)) {
      return new Migrating.NoHistory();
    }
    MigrationHistory before = history.orElseGet(MigrationHistory::none);
    List<Migration> pending = migrations(before.pending(scripts));
    if (pending.isEmpty()) {
      return new Migrating.UpToDate(Connections.header(connection, "user_version"));
    }
    Backup backup = backupIfRows(connection, pending.getFirst());
    FlywayRun.apply(connection, scripts.freeOr(before.numbers()));
    return new Migrating.Migrated(pending, Connections.header(connection, "user_version"), backup);
  }

  private Releasing release(Connection connection, Migration migration) throws SQLException {
    MigrationHistory before =
        MigrationHistory.of(connection, scripts).orElseGet(MigrationHistory::none);
    if (before.has(migration.number())) {
      return new Releasing.ReleasedBefore(migration);
    }
    List<Migration> pending = migrations(before.pending(scripts));
    if (!pending.isEmpty()) {
      return new Releasing.NotYet(migration, pending);
    }
    Optional<TableRows> lost = RowParity.lostBy(migration.number(), connection);
    if (lost.isPresent()) {
      return new Releasing.WouldLose(migration, lost.get());
    }
    Backup backup = backup(migration);
    Set<MigrationNumber> released = new HashSet<>(before.numbers());
    released.add(migration.number());
    FlywayRun.apply(connection, scripts.freeOr(released));
    return new Releasing.Released(migration, backup);
  }

  private @Nullable Backup backupIfRows(Connection connection, Migration first)
      throws SQLException {
    return StoredTables.hasRows(connection) ? backup(first) : null;
  }

  /** By a reader of its own: while the write lock is held it sees what the writer would change. */
  private Backup backup(Migration before) throws SQLException {
    BackupName name = new BackupName("before_" + before.number());
    try (Connection reader = Connections.openAnyAge(file, patience);
        Witness witness = Witness.whileNobodyWrites(file, patience)) {
      return copies.verified(reader, witness, name, Progress.UNSEEN).orElseThrow();
    }
  }

  private static List<Migration> migrations(List<MigrationScript> scripts) {
    return scripts.stream().map(MigrationScript::migration).toList();
  }
}
