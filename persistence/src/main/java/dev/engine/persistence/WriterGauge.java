package dev.engine.persistence;

import java.time.Duration;

/**
 * Hears what the writer of a serving store does, to count it. Called on the writer's own thread:
 * whatever it does holds up everyone who wants to write.
 */
public interface WriterGauge {

  /** Counts nothing. */
  WriterGauge NONE =
      new WriterGauge() {
        @Override
        public void committed(int writes, Duration turn, Duration work, Duration commit) {}

        @Override
        public void failed(int writes) {}
      };

  /**
   * Some writes have become durable together.
   *
   * @param writes how many, at least 1, counting those that undid themselves
   * @param turn waited for other processes
   * @param work from the beginning of the transaction to its commit
   * @param commit of the commit alone, which waits for the disk
   */
  void committed(int writes, Duration turn, Duration work, Duration commit);

  /**
   * None of {@code writes} writes was stored: there was no turn in time, or the disk failed.
   *
   * @param writes at least 1
   */
  void failed(int writes);
}
