package dev.engine.domain;

import dev.engine.domain.error.EngineException.InvalidInput;

/** A text that is shown in one line, where that is all that its shape asks. */
public final class TextLine {

  private TextLine() {}

  /**
   * Returns {@code value} as it is.
   *
   * @param what names the line in the failure, such as {@code pool}
   * @param max most characters, inclusive
   * @throws InvalidInput if it is blank, longer or has control characters
   */
  public static String checked(String what, String value, int max) {
    boolean fits =
        !value.isBlank()
            && value.length() <= max
            && value.chars().noneMatch(Character::isISOControl);
    if (!fits) {
      throw new InvalidInput(what, "one line of 1 to %,d characters".formatted(max), value);
    }
    return value;
  }
}
