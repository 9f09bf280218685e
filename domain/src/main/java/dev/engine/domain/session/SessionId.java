package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** Our own id of one session: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record SessionId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public SessionId {
    HexId.checked("session id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static SessionId random(RandomGenerator random) {
    return new SessionId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
