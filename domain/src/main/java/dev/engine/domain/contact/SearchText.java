package dev.engine.domain.contact;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A piece of text that is looked for, 1 to 200 characters. Capital and small letters are the same,
 * in every script that has them; every other character means itself.
 */
public record SearchText(String value) {

  private static final int MAX_LENGTH = 200;

  /**
   * @throws InvalidInput unless {@code value} is 1 to 200 characters, none of them NUL
   */
  public SearchText {
    if (value.isEmpty() || value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
      throw new InvalidInput("search text", "1 to 200 characters without NUL", value);
    }
  }

  /** The characters that {@code character}, a code point, is found as: itself among them. */
  public static SortedSet<Integer> spellings(int character) {
    int upper = Character.toUpperCase(character);
    SortedSet<Integer> spellings = new TreeSet<>();
    spellings.add(character);
    spellings.add(upper);
    spellings.add(Character.toLowerCase(character));
    spellings.add(Character.toLowerCase(upper));
    return spellings;
  }

  /** Whether it stands somewhere in {@code text}. */
  public boolean isIn(String text) {
    int[] sought = value.codePoints().toArray();
    int[] characters = text.codePoints().toArray();
    for (int start = 0; start + sought.length <= characters.length; start++) {
      if (isAt(start, characters, sought)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(int start, int[] characters, int[] sought) {
    for (int i = 0; i < sought.length; i++) {
      if (!spellings(sought[i]).contains(characters[start + i])) {
        return false;
      }
    }
    return true;
  }
}
