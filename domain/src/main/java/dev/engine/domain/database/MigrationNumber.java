package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.InvalidInput;

/** The number of a migration, 1 to 999, written with three digits: {@code 029}. */
public record MigrationNumber(int value) implements Comparable<MigrationNumber> {

  private static final int MAX = 999;
  private static final String WHAT = "migration";
  private static final String SHAPE = "a number from 001 to 999";

  /**
   * @throws InvalidInput outside 1 to 999
   */
  public MigrationNumber {
    if (value < 1 || value > MAX) {
      throw new InvalidInput(WHAT, SHAPE, Integer.toString(value));
    }
  }

  /**
   * The number as people type it, with or without leading zeros.
   *
   * @throws InvalidInput unless {@code text} is one to three digits
   */
  public static MigrationNumber parse(String text) {
    if (!text.matches("[0-9]{1,3}")) {
      throw new InvalidInput(WHAT, SHAPE, text);
    }
    return new MigrationNumber(Integer.parseInt(text));
  }

  @Override
  public int compareTo(MigrationNumber other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "%03d".formatted(value);
  }
}
