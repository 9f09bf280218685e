package dev.engine.domain.priority;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one priority: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record PriorityId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public PriorityId {
    HexId.checked("priority id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static PriorityId random(RandomGenerator random) {
    return new PriorityId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
