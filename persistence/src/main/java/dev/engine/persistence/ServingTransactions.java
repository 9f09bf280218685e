package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Transactions} for a process that serves many callers at once: one thread writes, a few
 * read, everybody waits for them, and one copies the log into the file meanwhile.
 */
final class ServingTransactions implements Transactions {

  private final GroupWriter writer;
  private final Readers readers;
  private final Checkpointer checkpointer;
  private final LogWatch log;

  private ServingTransactions(
      GroupWriter writer, Readers readers, Checkpointer checkpointer, LogWatch log) {
    this.writer = writer;
    this.readers = readers;
    this.checkpointer = checkpointer;
    this.log = log;
  }

  /**
   * Opens {@code file} for all of them.
   *
   * @param patience how long a write waits for its turn among processes
   * @throws StorageUnavailable if it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of another version
   */
  static ServingTransactions open(Path file, Duration patience, Serving serving) {
    List<Connection> opened = new ArrayList<>();
    boolean isReady = false;
    try {
      opened.add(Connections.open(file, patience));
      opened.add(Connections.open(file, patience));
      for (int i = 0; i < serving.limits().readers(); i++) {
        opened.add(Connections.openReader(file, patience));
      }
      isReady = true;
    } finally {
      if (!isReady) {
        opened.forEach(connection -> close(file, connection));
      }
    }
    Checkpointer checkpointer = new Checkpointer(file, opened.getFirst());
    LogWatch log = LogWatch.of(file);
    return new ServingTransactions(
        new GroupWriter(
            file,
            StoreConnection.longLived(opened.get(1), patience, log),
            SharedTurns.of(file, patience),
            serving,
            checkpointer::committed),
        new Readers(
            file,
            opened.stream().skip(2).map(each -> reader(file, each, patience, log)).toList(),
            () -> reader(file, Connections.openReader(file, patience), patience, log),
            serving),
        checkpointer,
        log);
  }

  @Override
  public <T> T read(Work<T> work) {
    return writer.isCurrentThread() ? writer.join(work) : readers.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    Readers.requireOutside();
    return writer.isCurrentThread() ? writer.join(work) : writer.write(work);
  }

  @Override
  public <T> T together(Work<T> work) {
    Readers.requireOutside();
    return writer.isCurrentThread() ? writer.join(work) : writer.writeTogether(work);
  }

  /** What it commits to. */
  LogWatch log() {
    return log;
  }

  /** Ends the reads that last longer than one may; says which. */
  List<EndedRead> endLongReads() {
    return readers.endLong();
  }

  /** How many writes wait. */
  int waitingWrites() {
    return writer.waiting();
  }

  /** Accepts no more, does what was accepted, and gives the file back. */
  @Override
  public void close() {
    // The writer last: whoever closes the last connection writes the log back into the file.
    readers.close();
    checkpointer.close();
    writer.close();
  }

  private static StoreConnection reader(
      Path file, Connection connection, Duration patience, LogWatch log) {
    try {
      return StoreConnection.ofReader(connection, patience, log);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  private static void close(Path file, Connection connection) {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }
}
