package dev.engine.domain.ping;

import dev.engine.domain.TextLength;
import dev.engine.domain.error.EngineException.InvalidInput;

/** What the person says to a ping: 1 to 10,000 characters, not blank. */
public record Answer(String text) {

  private static final int MAX_TEXT = 10_000;

  /**
   * @throws InvalidInput if it is blank or too long
   */
  public Answer {
    TextLength.checked("answer", text, 1, MAX_TEXT);
  }
}
