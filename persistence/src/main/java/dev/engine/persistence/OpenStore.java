package dev.engine.persistence;

import dev.engine.domain.Changes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What is open of a store, shared by all who act through it. Safe for several threads. */
final class OpenStore implements AutoCloseable {

  private final Path file;
  private final Duration patience;
  private final Transactions transactions;
  private final IntSupplier waitingWrites;
  private @Nullable JooqTransactions jooq;
  private @Nullable DataVersion changes;

  private OpenStore(
      Path file, Duration patience, Transactions transactions, IntSupplier waitingWrites) {
    this.file = file;
    this.patience = patience;
    this.transactions = transactions;
    this.waitingWrites = waitingWrites;
  }

  static OpenStore direct(Path file, Duration patience) {
    Transactions direct =
        DirectTransactions.shared(file, Connections.open(file, patience), patience);
    return new OpenStore(file, patience, direct, () -> 0);
  }

  static OpenStore serving(Path file, Duration patience, Serving serving) {
    ServingTransactions many = ServingTransactions.open(file, patience, serving);
    return new OpenStore(file, patience, many, many::waitingWrites);
  }

  Transactions transactions() {
    return transactions;
  }

  /** Made when it is asked for, for a hook must not load jOOQ. */
  synchronized JooqTransactions jooq() {
    if (jooq == null) {
      jooq = new JooqTransactions(transactions);
    }
    return jooq;
  }

  /**
   * Opened when it is asked for, and the same each time: its numbers are those of one connection.
   */
  synchronized Changes changes() {
    if (changes == null) {
      changes = DataVersion.open(file, patience);
    }
    return changes;
  }

  int waitingWrites() {
    return waitingWrites.getAsInt();
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
