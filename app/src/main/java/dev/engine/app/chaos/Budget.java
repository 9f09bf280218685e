package dev.engine.app.chaos;

import java.time.Duration;

/**
 * When an experiment has been at it for long enough: whichever comes first.
 *
 * @param most how many tries there are to be
 * @param deadline as {@link System#nanoTime} has it
 */
record Budget(int most, long deadline) {

  static Budget of(int most, Duration time) {
    return new Budget(most, System.nanoTime() + time.toNanos());
  }

  /** None when it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** Also for a thread that was interrupted. */
  boolean isOver() {
    return System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted();
  }
}
