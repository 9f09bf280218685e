package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * When a process started, counted so that no clock that is set can change it. Two processes with
 * one number and one birth are one.
 *
 * @param space in which its number counts
 * @param ticks hundredths of a second since the machine was started; not negative
 */
public record Birth(ProcessSpace space, long ticks) {

  /**
   * @throws InvalidInput if {@code ticks} is negative
   */
  public Birth {
    if (ticks < 0) {
      throw new InvalidInput("ticks", "not negative", Long.toString(ticks));
    }
  }
}
