package dev.engine.domain.worker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a look for a worker whose turn it is. */
public sealed interface Claiming {

  /** This claim has it, and nobody else does: it is running, in a new attempt. */
  record Claimed(Worker worker, Attempt attempt, Input input) implements Claiming {}

  /**
   * None can begin now: none waits, those that do wait for something else, or as many run as may.
   *
   * @param next when the next one's time comes; null if none waits for a time
   */
  record NothingReady(@Nullable Instant next) implements Claiming {}
}
