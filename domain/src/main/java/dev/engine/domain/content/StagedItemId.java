package dev.engine.domain.content;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one staged item: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record StagedItemId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public StagedItemId {
    HexId.checked("staged item id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static StagedItemId random(RandomGenerator random) {
    return new StagedItemId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
