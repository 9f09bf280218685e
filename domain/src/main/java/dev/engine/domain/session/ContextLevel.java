package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;

/** How full a context must be for its session to be warned, and the warning that was given. */
public enum ContextLevel {
  NONE(0),
  HALF(50),
  HIGH(70),
  CRITICAL(90);

  private final int percent;

  ContextLevel(int percent) {
    this.percent = percent;
  }

  /** 0, 50, 70 or 90. */
  public int percent() {
    return percent;
  }

  /**
   * The level that {@code percentUsed} (0..100) has reached.
   *
   * @throws InvalidInput if it lies outside 0..100
   */
  public static ContextLevel reachedAt(int percentUsed) {
    if (percentUsed < 0 || percentUsed > 100) {
      throw new InvalidInput("context use", "a percentage of 0 to 100", percentUsed + "");
    }
    ContextLevel reached = NONE;
    for (ContextLevel level : values()) {
      if (percentUsed >= level.percent) {
        reached = level;
      }
    }
    return reached;
  }

  /**
   * The level with exactly this percentage.
   *
   * @throws InvalidInput unless {@code percent} is 0, 50, 70 or 90
   */
  public static ContextLevel of(int percent) {
    for (ContextLevel level : values()) {
      if (level.percent == percent) {
        return level;
      }
    }
    throw new InvalidInput("context warning level", "0, 50, 70 or 90", percent + "");
  }
}
