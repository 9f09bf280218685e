package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@link Transactions} over a file whose disk is full, so full that SQLite cannot even make the
 * index that a reader needs. What is in the file is read without one, while there is no log beside
 * it; writes fail, until there is room. From then on it is as any other.
 *
 * <p>Each read has a connection of its own: without an index, SQLite does not notice what others
 * write to the file later.
 */
final class RoomlessTransactions implements Transactions {

  private final Path file;
  private final Duration patience;

  /** Null while there is no room. */
  private @Nullable Transactions usual;

  RoomlessTransactions(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  @Override
  public <T> T read(Work<T> work) {
    Transactions found;
    try {
      found = usual();
    } catch (StorageUnavailable full) {
      return readAsItLies(work, full);
    }
    return found.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    return usual().write(work);
  }

  @Override
  public <T> T together(Work<T> work) {
    return usual().together(work);
  }

  @Override
  public synchronized void close() {
    if (usual != null) {
      usual.close();
    }
  }

  /**
   * @throws StorageUnavailable if there is still no room
   */
  private synchronized Transactions usual() {
    Transactions found = usual;
    if (found == null) {
      found = DirectTransactions.shared(file, Connections.open(file, patience), patience);
      usual = found;
    }
    return found;
  }

  private <T> T readAsItLies(Work<T> work, StorageUnavailable full) {
    if (!StorageFailures.isForWantOfRoom(full) || DatabaseFiles.hasLog(file)) {
      throw full;
    }
    try (Connection connection = Connections.openAsItLies(file)) {
      return work.on(connection);
    } catch (Exception failure) {
      throw StorageFailures.ofStep(file, failure);
    }
  }
}
