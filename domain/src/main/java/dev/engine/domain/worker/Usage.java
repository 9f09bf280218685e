package dev.engine.domain.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt took, as far as its output told.
 *
 * @param costUsd US dollars to the millionth, not negative; null if unknown
 * @param tokens all that went in and came out, not negative; null if unknown
 */
public record Usage(@Nullable BigDecimal costUsd, @Nullable Long tokens) {

  /** Nothing is known. */
  public static final Usage UNKNOWN = new Usage(null, null);

  private static final int DIGITS = 6;

  /**
   * @throws InvalidInput if one of them is negative
   */
  public Usage {
    if (costUsd != null) {
      if (costUsd.signum() < 0) {
        throw new InvalidInput("cost", "not negative", costUsd.toString());
      }
      costUsd = plain(costUsd);
    }
    if (tokens != null && tokens < 0) {
      throw new InvalidInput("number of tokens", "not negative", tokens.toString());
    }
  }

  /** One amount of money is written in one way: two that are equal are equal as values too. */
  private static BigDecimal plain(BigDecimal cost) {
    BigDecimal rounded = cost.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
