package dev.engine.domain.contact;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one contact: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record ContactId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public ContactId {
    HexId.checked("contact id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static ContactId random(RandomGenerator random) {
    return new ContactId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
