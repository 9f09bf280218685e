package dev.engine.domain.priority;

import dev.engine.domain.TextLength;
import dev.engine.domain.error.EngineException.InvalidInput;

/** What a priority is about: a text of 1 to 2,000 characters, not blank. */
public record PriorityText(String value) {

  private static final int MAX_LENGTH = 2_000;

  /**
   * @throws InvalidInput if it is blank or too long
   */
  public PriorityText {
    TextLength.checked("priority", value, 1, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
