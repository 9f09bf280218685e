package dev.engine.domain.context;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How full a context is, as far as somebody tells.
 *
 * @param percent of the window, 0..100; null if it is not known
 * @param tokens that are in it; null if they are not known
 * @param window how many tokens it can hold; null if that is not known
 */
public record ContextFill(@Nullable Integer percent, @Nullable Long tokens, @Nullable Long window) {

  /** No model has a larger window, by far. */
  private static final long MOST = 1_000_000_000;

  /**
   * @throws InvalidInput if a number is outside its range, or neither percentage nor tokens are
   *     known
   */
  public ContextFill {
    if (percent == null && tokens == null) {
      throw new InvalidInput("context use", "a percentage or a number of tokens", "neither");
    }
    if (percent != null && (percent < 0 || percent > 100)) {
      throw new InvalidInput("context use", "a percentage of 0 to 100", percent + "");
    }
    requireWithin("context use", tokens, 0);
    requireWithin("context window", window, 1);
  }

  public static ContextFill ofPercent(int percent) {
    return new ContextFill(percent, null, null);
  }

  /** So many tokens of a window that is not known. */
  public static ContextFill ofTokens(long tokens) {
    return new ContextFill(null, tokens, null);
  }

  /** This in a window of {@code size} tokens, if no percentage is known and it fits in there. */
  public ContextFill within(long size) {
    Long used = percent == null ? tokens : null;
    return used == null || used > size
        ? this
        : new ContextFill(Math.toIntExact(Math.round(used * 100.0 / size)), used, size);
  }

  private static void requireWithin(String what, @Nullable Long number, long least) {
    if (number != null && (number < least || number > MOST)) {
      throw new InvalidInput(what, "%d to %d tokens".formatted(least, MOST), number + "");
    }
  }
}
