package dev.engine.cli;

/** Numbers of things as people say them. */
final class Counts {

  private Counts() {}

  /** {@code 1 notice}, {@code 2 notices}; for nouns that take an s. */
  static String of(long count, String noun) {
    return count == 1 ? "1 " + noun : "%,d %ss".formatted(count, noun);
  }
}
