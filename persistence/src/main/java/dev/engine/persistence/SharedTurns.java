package dev.engine.persistence;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The turns of all threads of all processes that write to a database, first come first served.
 *
 * <p>SQLite alone lets its waiters poll: under steady writing by 64 processes some wait for seconds
 * and some for ever. So they wait here, and SQLite's own lock is free when a turn has come. It
 * still is what keeps writers apart: a program that takes no turns delays others and harms nobody.
 */
final class SharedTurns implements WriteTurns {

  private final Path database;
  private final Duration patience;
  private @Nullable TurnFile queue;

  private SharedTurns(Path database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  /**
   * Opens nothing before the first turn.
   *
   * @param patience how long to wait for a turn
   */
  static SharedTurns of(Path database, Duration patience) {
    return new SharedTurns(database, patience);
  }

  @Override
  public Duration take() {
    return queue().take(database, patience);
  }

  @Override
  public void give() {
    queue().give();
  }

  @Override
  public synchronized void close() {
    if (queue != null) {
      queue.close();
      queue = null;
    }
  }

  private synchronized TurnFile queue() {
    if (queue == null) {
      queue = TurnFile.open(DatabaseFiles.turns(database));
    }
    return queue;
  }
}
