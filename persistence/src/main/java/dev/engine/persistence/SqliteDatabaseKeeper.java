package dev.engine.persistence;

import dev.engine.domain.database.Adopting;
import dev.engine.domain.database.DatabaseKeeper;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.FileSize;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Rebuilding;
import dev.engine.domain.database.Releasing;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@link DatabaseKeeper} of an SQLite file. */
final class SqliteDatabaseKeeper implements DatabaseKeeper {

  private final Path file;
  private final Duration patience;
  private final MigrationScripts scripts;
  private final Copies copies;

  SqliteDatabaseKeeper(Path file, Duration patience, MigrationScripts scripts, Copies copies) {
    this.file = file;
    this.patience = patience;
    this.scripts = scripts;
    this.copies = copies;
  }

  @Override
  public DatabaseStatus status() {
    if (!Files.exists(file)) {
      return new DatabaseStatus(file, new State.Missing());
    }
    try {
      Connection connection = Connections.openAnyAgeOrEmpty(file, patience);
      try (Transactions transactions = DirectTransactions.shared(file, connection, patience)) {
        return new DatabaseStatus(file, transactions.read(this::present));
      }
    } catch (StorageUnavailable failure) {
      if (!StorageFailures.isForWantOfRoom(failure)) {
        throw failure;
      }
      return statusAsItLies();
    }
  }

  /** On a full disk, where it can be read and no more. */
  private DatabaseStatus statusAsItLies() {
    try (Connection connection = Connections.openToRead(file)) {
      return new DatabaseStatus(file, present(connection));
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  @Override
  public Migrating migrate() {
    return new Migrator(file, patience, scripts, copies).migrate();
  }

  @Override
  public Releasing release(MigrationNumber number) {
    return new Migrator(file, patience, scripts, copies).release(number);
  }

  @Override
  public Rebuilding rebuild(Progress progress) {
    return new Rebuild(file, patience, scripts, copies).run(progress);
  }

  @Override
  public Adopting adopt(Path candidate) {
    return new Adoption(file, patience, scripts, copies).adopt(candidate);
  }

  @Override
  public Verification verify(Progress progress) {
    undoHalfWritten();
    // Without a transaction: a damaged file may not let one end. And without our settings: to make
    // them SQLite reads the schema, which may be what is damaged.
    try (Connection connection = Connections.openToRead(file)) {
      if (Connections.isEmpty(connection)) {
        throw new StorageRefused(
            "database %s is empty: whoever was to set it up has not come to an end; `engine init`"
                    .formatted(file)
                + " does");
      }
      Connections.requireKnown(file, connection);
      return Inspection.of(connection, file, progress);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /**
   * A process that died before the file was in WAL mode has left a journal, by which any start
   * undoes what was half written. No connection that only reads can do that, nor read before.
   */
  private void undoHalfWritten() {
    if (!DatabaseFiles.hasJournal(file)) {
      return;
    }
    try (Connection connection = Connections.openAsItIs(file, patience)) {
      StoredTables.names(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  @Override
  public Verification verify(Path other, Progress progress) {
    if (!Files.exists(other)) {
      throw new NotFound("file", other);
    }
    return Inspection.of(other, progress);
  }

  private State present(Connection connection) throws SQLException {
    Optional<MigrationHistory> history = MigrationHistory.of(connection, scripts);
    boolean isReadable = history.isPresent() || Connections.isEmpty(connection);
    MigrationHistory applied = history.orElseGet(MigrationHistory::none);
    return new State.Present(
        Connections.header(connection, "user_version"),
        applied.applied(scripts),
        isReadable ? pending(applied) : List.of(),
        isReadable ? held(connection, applied) : List.of(),
        size(connection));
  }

  private List<Migration> pending(MigrationHistory history) {
    return history.pending(scripts).stream().map(MigrationScript::migration).toList();
  }

  private List<HeldMigration> held(Connection connection, MigrationHistory history)
      throws SQLException {
    List<HeldMigration> held = new ArrayList<>();
    for (MigrationScript script : history.held(scripts)) {
      List<TableRows> drops = new ArrayList<>();
      for (String table : script.drops()) {
        if (StoredTables.exists(connection, table)) {
          drops.add(StoredTables.rows(connection, table));
        }
      }
      String reason = Objects.requireNonNull(script.heldFor());
      held.add(new HeldMigration(script.migration(), reason, drops));
    }
    return held;
  }

  private FileSize size(Connection connection) throws SQLException {
    return new FileSize(
        DatabaseFiles.bytes(file),
        DatabaseFiles.walBytes(file),
        Connections.header(connection, "page_count"),
        Connections.header(connection, "freelist_count"));
  }
}
