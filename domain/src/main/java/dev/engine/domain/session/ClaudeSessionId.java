package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * Claude Code's own id of a session, a UUID in practice and opaque to us. It stays the same over
 * {@code /compact} and {@code --resume}; {@code /clear} and a fork make a new one.
 */
public record ClaudeSessionId(String value) {

  private static final int MAX_LENGTH = 128;

  /**
   * @throws InvalidInput unless {@code value} has 1 to 128 visible ASCII characters
   */
  public ClaudeSessionId {
    boolean fits =
        !value.isEmpty()
            && value.length() <= MAX_LENGTH
            && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!fits) {
      throw new InvalidInput("claude session id", "1 to 128 visible ASCII characters", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
