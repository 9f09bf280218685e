package dev.engine.hooks;

import dev.engine.domain.session.SessionExamples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock that goes only when it is told to, and may be set. */
final class SimulatedClock implements InstantSource {

  private Instant now = SessionExamples.NOON;

  /** Lets {@code length} go by, or sets the clock by it, which may be backwards. */
  void pass(Duration length) {
    now = now.plus(length);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
