package dev.engine.domain.worker;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * Which attempt of which worker.
 *
 * @param number counts all attempts of the worker, from 1
 */
public record AttemptId(WorkerId worker, int number) {

  /**
   * @throws InvalidInput if {@code number} is less than 1
   */
  public AttemptId {
    if (number < 1) {
      throw new InvalidInput("number of an attempt", "1 or more", Integer.toString(number));
    }
  }

  /** As folders are named: {@code 3fa94c01-2}. */
  @Override
  public String toString() {
    return worker + "-" + number;
  }
}
