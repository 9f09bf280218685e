package dev.engine.domain.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one worker: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record WorkerId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public WorkerId {
    HexId.checked("worker id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static WorkerId random(RandomGenerator random) {
    return new WorkerId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
