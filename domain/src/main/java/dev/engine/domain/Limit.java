package dev.engine.domain;

import dev.engine.domain.error.EngineException.InvalidInput;

/** How many rows a list may have at most: 1 to 1,000. */
public record Limit(int rows) {

  /** What a list shows when nobody says otherwise: a long screen. */
  public static final Limit DEFAULT = new Limit(100);

  private static final int MAX_ROWS = 1_000;

  /**
   * @throws InvalidInput outside 1 to 1,000
   */
  public Limit {
    if (rows < 1 || rows > MAX_ROWS) {
      throw new InvalidInput("limit", "a number from 1 to 1,000", Integer.toString(rows));
    }
  }
}
