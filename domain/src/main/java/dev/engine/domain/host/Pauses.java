package dev.engine.domain.host;

import java.time.Duration;

/** How a thread waits. */
@FunctionalInterface
public interface Pauses {

  /**
   * Returns after {@code length}, or sooner if the thread is asked to stop, which it then still is.
   */
  void pause(Duration length);
}
