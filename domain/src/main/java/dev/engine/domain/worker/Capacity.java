package dev.engine.domain.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Map;

/**
 * How many workers may be at work at a time.
 *
 * @param fleet all together, 0 or more
 * @param perPrimitive of one primitive, 0 or more
 * @param others of each primitive that {@code perPrimitive} does not name, 0 or more
 */
public record Capacity(int fleet, Map<Primitive, Integer> perPrimitive, int others) {

  /**
   * @throws InvalidInput if a number is negative
   */
  public Capacity {
    requireNotNegative(fleet);
    requireNotNegative(others);
    perPrimitive.values().forEach(Capacity::requireNotNegative);
    perPrimitive = Map.copyOf(perPrimitive);
  }

  /** As many as {@code fleet}, whatever they do. */
  public static Capacity of(int fleet) {
    return new Capacity(fleet, Map.of(), fleet);
  }

  /** How many of {@code primitive} may be at work, as long as the fleet has room for them. */
  public int of(Primitive primitive) {
    return perPrimitive.getOrDefault(primitive, others);
  }

  private static void requireNotNegative(int number) {
    if (number < 0) {
      throw new InvalidInput("number of workers", "not negative", Integer.toString(number));
    }
  }
}
