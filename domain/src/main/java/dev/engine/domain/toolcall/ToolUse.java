package dev.engine.domain.toolcall;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * What one event tells of one use of a tool.
 *
 * @param tool the client's name of it, 1 to 200 characters
 */
public record ToolUse(ToolUseId id, String tool, Phase phase) {

  /** Names of servers and tools together are shorter. */
  public static final int MAX_NAME = 200;

  /** How far the use has come. */
  public enum Phase {
    STARTED,
    DONE,
    FAILED
  }

  /**
   * @throws InvalidInput if the name is empty or too long
   */
  public ToolUse {
    if (tool.isEmpty() || tool.length() > MAX_NAME) {
      throw new InvalidInput("name of a tool", "a text of 1 to 200 characters", tool);
    }
  }
}
