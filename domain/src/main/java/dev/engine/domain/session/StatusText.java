package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;

/** What a session says it is working on: one line of at most 500 characters. */
public record StatusText(String value) {

  private static final int MAX_LENGTH = 500;

  /**
   * @throws InvalidInput if it is blank, too long or has control characters
   */
  public StatusText {
    boolean fits =
        !value.isBlank()
            && value.length() <= MAX_LENGTH
            && value.chars().noneMatch(Character::isISOControl);
    if (!fits) {
      throw new InvalidInput("status text", "one line of 1 to 500 characters", value);
    }
  }
}
