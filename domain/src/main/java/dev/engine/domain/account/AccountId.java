package dev.engine.domain.account;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.HexId;
import java.util.random.RandomGenerator;

/** The id of one account: 8 lower-case hex digits, such as {@code 3fa94c01}. */
public record AccountId(String value) {

  /**
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public AccountId {
    HexId.checked("account id", value);
  }

  /** A fresh id; see {@link HexId} on repeats. */
  public static AccountId random(RandomGenerator random) {
    return new AccountId(HexId.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
