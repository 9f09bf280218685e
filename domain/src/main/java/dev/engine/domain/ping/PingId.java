package dev.engine.domain.ping;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one ping: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record PingId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public PingId {
    HexId.checked("ping id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static PingId random(RandomGenerator random) {
    return new PingId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
