package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of what runs on a schedule: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record ScheduledMissionId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public ScheduledMissionId {
    HexId.checked("scheduled mission id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static ScheduledMissionId random(RandomGenerator random) {
    return new ScheduledMissionId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
