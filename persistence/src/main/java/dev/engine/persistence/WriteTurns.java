package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Duration;

/** Who may begin a write transaction next. */
interface WriteTurns extends AutoCloseable {

  /** For a file that nobody else writes to. */
  WriteTurns NOT_SHARED =
      new WriteTurns() {
        @Override
        public Duration take() {
          return Duration.ZERO;
        }

        @Override
        public void give() {}

        @Override
        public void close() {}
      };

  /**
   * Waits for this thread's turn, which is to be given on by {@link #give} on the same thread.
   *
   * @return how much of the patience is left
   * @throws StorageUnavailable if it does not come in time
   * @throws StorageRefused if nobody can wait for a turn at this file
   */
  Duration take();

  /** Ends the turn that this thread has. */
  void give();

  /** Nobody will take a turn by this any more. */
  @Override
  void close();
}
