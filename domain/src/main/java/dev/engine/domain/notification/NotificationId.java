package dev.engine.domain.notification;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one notification: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record NotificationId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public NotificationId {
    HexId.checked("notification id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static NotificationId random(RandomGenerator random) {
    return new NotificationId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
