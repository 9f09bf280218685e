package dev.engine.domain.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt took, as far as its output told.
 *
 * @param costUsd US dollars to the millionth, 0 to 999,999,999; null if unknown
 * @param tokens all that went in and came out, 0 to {@link #MAX_TOKENS}; null if unknown
 */
public record Usage(@Nullable BigDecimal costUsd, @Nullable Long tokens) {

  /** Nothing is known. */
  public static final Usage UNKNOWN = new Usage(null, null);

  /** More than any attempt takes, and few enough that the sum of all is a number, too. */
  public static final long MAX_TOKENS = 1_000_000_000_000L;

  /** Before the point: what costs more is no cost, and one of a billion digits is no number. */
  private static final int MOST_DIGITS = 9;

  private static final int DIGITS = 6;

  /**
   * @throws InvalidInput if one of them is negative, or more than anything takes
   */
  public Usage {
    if (costUsd != null) {
      if (!isCost(costUsd)) {
        throw new InvalidInput("cost", "0 to 999,999,999 US dollars", costUsd.toString());
      }
      costUsd = plain(costUsd);
    }
    if (tokens != null && !isCount(tokens)) {
      throw new InvalidInput(
          "number of tokens", "0 to %,d".formatted(MAX_TOKENS), tokens.toString());
    }
  }

  /** What a program said of itself: a number that nothing can take says nothing. */
  public static Usage told(@Nullable BigDecimal costUsd, @Nullable Long tokens) {
    return new Usage(
        costUsd == null || !isCost(costUsd) ? null : costUsd,
        tokens == null || !isCount(tokens) ? null : tokens);
  }

  private static boolean isCount(long tokens) {
    return tokens >= 0 && tokens <= MAX_TOKENS;
  }

  private static boolean isCost(BigDecimal cost) {
    return cost.signum() == 0 || (cost.signum() > 0 && digitsBeforePoint(cost) <= MOST_DIGITS);
  }

  /** Negative for as many zeros behind the point. */
  private static long digitsBeforePoint(BigDecimal cost) {
    return (long) cost.precision() - cost.scale();
  }

  /** One amount of money is written in one way: two that are equal are equal as values too. */
  private static BigDecimal plain(BigDecimal cost) {
    if (cost.signum() == 0
        || digitsBeforePoint(cost) < -DIGITS) { // or rounding it could take a billion digits
      return BigDecimal.ZERO;
    }
    BigDecimal rounded = cost.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
