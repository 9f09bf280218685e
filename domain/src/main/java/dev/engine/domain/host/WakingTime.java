package dev.engine.domain.host;

import java.time.Duration;

/**
 * How long this machine has been awake. No clock that is set changes that, and it stands still
 * while the machine sleeps.
 */
@FunctionalInterface
public interface WakingTime {

  /** Since a moment that stays the same for this process. */
  Duration passed();
}
