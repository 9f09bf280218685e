package dev.engine.services.loop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a loop has fared.
 *
 * @param rounds how many were finished, with or without success
 * @param failures how many failed
 * @param failuresInARow how many of the last ones failed; 0 after a success
 * @param lastAt when the last one was finished; null before
 * @param lastFailure what the last failed one said; null if none ever failed
 * @param hasEnded whether its thread is gone, so that there will be no more rounds
 */
public record LoopStatus(
    String name,
    long rounds,
    long failures,
    int failuresInARow,
    @Nullable Instant lastAt,
    @Nullable String lastFailure,
    boolean hasEnded) {

  static LoopStatus untried(String name) {
    return new LoopStatus(name, 0, 0, 0, null, null, false);
  }

  LoopStatus succeeded(Instant at) {
    return new LoopStatus(name, rounds + 1, failures, 0, at, lastFailure, hasEnded);
  }

  LoopStatus failed(Instant at, Throwable failure) {
    return new LoopStatus(
        name, rounds + 1, failures + 1, failuresInARow + 1, at, String.valueOf(failure), hasEnded);
  }

  LoopStatus ended() {
    return new LoopStatus(name, rounds, failures, failuresInARow, lastAt, lastFailure, true);
  }
}
