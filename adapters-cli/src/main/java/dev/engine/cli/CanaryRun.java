package dev.engine.cli;

import dev.engine.domain.hook.Door;
import java.time.Duration;
import java.util.List;

/** Events that are fired to see whether events arrive. */
public interface CanaryRun {

  /**
   * Fires a marked event through each of Engine's handlers in the project's settings, as Claude
   * Code would, and waits until they are stored. They make no session.
   *
   * @return what became of each, in the order of the settings; empty if nothing is registered
   */
  List<Flight> fly();

  /** What became of one of them. */
  sealed interface Flight {

    /** The event whose handler was called. */
    String event();

    /**
     * It was stored.
     *
     * @param answered after which time the handler had answered
     * @param stored after which time, counted from the same moment, it was stored
     */
    record Arrived(String event, Door door, Duration answered, Duration stored) implements Flight {}

    /**
     * It was not stored within ten seconds.
     *
     * @param said what the handler said of it
     */
    record Lost(String event, String said) implements Flight {}
  }
}
