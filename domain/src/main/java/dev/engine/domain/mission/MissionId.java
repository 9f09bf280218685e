package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one slot of a scheduled mission: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record MissionId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public MissionId {
    HexId.checked("mission id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static MissionId random(RandomGenerator random) {
    return new MissionId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
