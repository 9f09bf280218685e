package dev.engine.domain.priority;

import dev.engine.domain.TextLine;
import dev.engine.domain.error.EngineException.InvalidInput;

/** A list of priorities with an order of its own, named by one line of 1 to 64 characters. */
public record Pool(String name) {

  /** Where a priority goes when nobody says otherwise. */
  public static final Pool MAIN = new Pool("main");

  private static final int MAX_LENGTH = 64;

  /**
   * @throws InvalidInput unless {@code name} is one line of 1 to 64 characters that neither begins
   *     nor ends with a blank
   */
  public Pool {
    TextLine.checked("pool", name, MAX_LENGTH);
    if (!name.equals(name.strip())) {
      throw new InvalidInput("pool", "a name without blanks around it", name);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
