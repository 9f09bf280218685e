package dev.engine.domain.journal;

import dev.engine.domain.error.EngineException.InvalidInput;

/** What the kinds of some events begin with, such as {@code worker.} or {@code session.ended}. */
public record KindPrefix(String value) {

  private static final int MAX_LENGTH = 64;

  /**
   * @throws InvalidInput unless {@code value} is 1 to 64 lower-case letters, digits, underscores
   *     and dots
   */
  public KindPrefix {
    boolean fits =
        !value.isEmpty()
            && value.length() <= MAX_LENGTH
            && value.chars().allMatch(c -> c == '.' || EventKind.isOfName(c));
    if (!fits) {
      throw new InvalidInput(
          "prefix of event kinds", "1 to 64 of a to z, 0 to 9, _ and dots", value);
    }
  }

  /** Whether {@code kind} begins with it. */
  public boolean isOf(EventKind kind) {
    return kind.value().startsWith(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
