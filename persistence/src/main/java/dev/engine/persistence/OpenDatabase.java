package dev.engine.persistence;

import dev.engine.domain.Changes;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database file that is open, and what all ports over it share. What not every program needs is
 * made when it is first asked for.
 */
final class OpenDatabase implements AutoCloseable {

  private final Path file;
  private final Duration patience;
  private final Transactions transactions;
  private final IntSupplier waitingWrites;
  private final Supplier<List<EndedRead>> longReads;
  private final LogWatch log;
  private @Nullable JooqTransactions jooq;
  private @Nullable DataVersion changes;

  private OpenDatabase(
      Path file,
      Duration patience,
      Transactions transactions,
      IntSupplier waitingWrites,
      Supplier<List<EndedRead>> longReads,
      LogWatch log) {
    this.file = file;
    this.patience = patience;
    this.transactions = transactions;
    this.waitingWrites = waitingWrites;
    this.longReads = longReads;
    this.log = log;
  }

  /** One connection, on which threads take turns; on a full disk one that can only read. */
  static OpenDatabase direct(Path file, Duration patience) {
    try {
      return over(Connections.open(file, patience), file, patience);
    } catch (StorageUnavailable failure) {
      if (!StorageFailures.isForWantOfRoom(failure)) {
        throw failure;
      }
      Transactions roomless = new RoomlessTransactions(file, patience);
      return new OpenDatabase(file, patience, roomless, () -> 0, List::of, LogWatch.none(file));
    }
  }

  /** The same over {@code connection}, which is set up. */
  static OpenDatabase over(Connection connection, Path file, Duration patience) {
    LogWatch log = LogWatch.of(file);
    Transactions direct = DirectTransactions.shared(file, connection, patience, log);
    return new OpenDatabase(file, patience, direct, () -> 0, List::of, log);
  }

  /** A writer and a few readers. */
  static OpenDatabase serving(Path file, Duration patience, Serving serving) {
    ServingTransactions many = ServingTransactions.open(file, patience, serving);
    return new OpenDatabase(
        file, patience, many, many::waitingWrites, many::endLongReads, many.log());
  }

  Transactions transactions() {
    return transactions;
  }

  /** The one of all ports, for it keeps what jOOQ makes for a connection. */
  synchronized JooqTransactions jooq() {
    if (jooq == null) {
      jooq = new JooqTransactions(transactions);
    }
    return jooq;
  }

  synchronized Changes changes() {
    if (changes == null) {
      changes = DataVersion.open(file, patience);
    }
    return changes;
  }

  /** Its continuous copy in {@code folder}, to be closed before this is. */
  SqliteCopy copyTo(Path folder) {
    return SqliteCopy.of(file, patience, log, changes(), folder);
  }

  int waitingWrites() {
    return waitingWrites.getAsInt();
  }

  /** Writes the number of the schema that is in the file, if it is still ours. */
  int rewriteVersion(Connection connection) throws SQLException {
    int version = Connections.header(connection, "user_version");
    Connections.requireNotNewer(file, version);
    return Sql.update(connection, "PRAGMA user_version = " + version);
  }

  List<EndedRead> endLongReads() {
    return longReads.get();
  }

  LogWatch log() {
    return log;
  }

  long walBytes() {
    return DatabaseFiles.walBytes(file);
  }

  @Override
  public synchronized void close() {
    if (changes != null) {
      changes.close();
    }
    transactions.close();
  }
}
