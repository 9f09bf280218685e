package dev.engine.domain;

import dev.engine.domain.error.EngineException.InvalidInput;

/** How long a text may be, where that is all that its shape asks. */
public final class TextLength {

  private TextLength() {}

  /**
   * Returns {@code text} as it is.
   *
   * @param what names the text in the failure, such as {@code ping message}
   * @param min fewest characters, inclusive; a text that must not be empty must not be blank either
   * @param max most characters, inclusive
   * @throws InvalidInput if it is longer or shorter, without repeating the text
   */
  public static String checked(String what, String text, int min, int max) {
    boolean fits = text.length() >= min && text.length() <= max && (min == 0 || !text.isBlank());
    if (!fits) {
      throw new InvalidInput(
          what,
          "a text of %d to %,d characters".formatted(min, max),
          "a text of %,d characters".formatted(text.strip().length()));
    }
    return text;
  }

  /**
   * The first line of {@code text} that is not blank, cut at {@code max} characters, the last of
   * which then is an ellipsis.
   */
  public static String headline(String text, int max) {
    String line = text.strip().lines().findFirst().orElse("");
    if (line.length() <= max) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(max - 2)) ? max - 2 : max - 1;
    return line.substring(0, end) + "…";
  }
}
