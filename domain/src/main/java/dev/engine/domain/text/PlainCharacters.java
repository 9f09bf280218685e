package dev.engine.domain.text;

/**
 * The characters of a text that a reader sees, up to a length.
 *
 * <p>Left out, after the Unicode Standard (chapter 23, "Special Areas and Format Characters"), UAX
 * 44 ({@code Default_Ignorable_Code_Point}), UAX 9 (bidirectional controls) and UTS 55: controls
 * but tab and new line, with all of a {@link ControlSequences control sequence}; format characters,
 * among them zero-width and bidirectional ones and tags; fillers; variation selectors. All kinds of
 * new lines are {@code \n}, all kinds of blanks a space. Private use, noncharacters and unpaired
 * surrogates become U+FFFD, the replacement character.
 */
final class PlainCharacters {

  private static final int REPLACEMENT = 0xfffd;
  private static final int NOTHING = -1;

  /** First and last of what is invisible without being a format character. */
  private static final int[][] INVISIBLE = {
    {0x034f, 0x034f}, // combining grapheme joiner
    {0x115f, 0x1160}, // Hangul fillers
    {0x17b4, 0x17b5}, // Khmer inherent vowels
    {0x180b, 0x180f}, // Mongolian variation selectors and vowel separator
    {0x2060, 0x206f}, // joiners, invisible operators, isolates; one is not assigned
    {0x3164, 0x3164}, // Hangul filler
    {0xfe00, 0xfe0f}, // variation selectors
    {0xffa0, 0xffa0}, // half-width Hangul filler
    {0xfff0, 0xfffb}, // not assigned but ignorable; interlinear annotation
    {0xe0000, 0xe0fff}, // tags, variation selectors, and what may become such
  };

  /** Format characters that are seen: signs written over Arabic, Syriac and Kaithi numbers. */
  private static final int[][] SEEN = {
    {0x0600, 0x0605},
    {0x06dd, 0x06dd},
    {0x070f, 0x070f},
    {0x0890, 0x0891},
    {0x08e2, 0x08e2},
    {0x110bd, 0x110bd},
    {0x110cd, 0x110cd},
  };

  private static final int BLANK_BRAILLE = 0x2800;

  private final StringBuilder kept = new StringBuilder();
  private final int max;
  private final int maxQuoted;
  private int quoted;
  private boolean cut;

  /**
   * @param max most characters (UTF-16) to keep
   * @param maxQuoted most characters that they may take in a {@link JsonString}
   */
  PlainCharacters(String text, int max, int maxQuoted) {
    this.max = max;
    this.maxQuoted = maxQuoted;
    copy(text);
  }

  String text() {
    return kept.toString();
  }

  boolean isCut() {
    return cut;
  }

  private void copy(String text) {
    ControlSequences sequences = new ControlSequences(text);
    int at = 0;
    while (at < text.length() && !cut) {
      int next = text.codePointAt(at);
      int end = isNewLine(next) ? at : sequences.after(at);
      if (end > at) {
        at = end;
        continue;
      }
      boolean halfOfOne = next == '\r' && text.startsWith("\n", at + 1);
      int plain = halfOfOne ? NOTHING : plain(next);
      if (plain != NOTHING) {
        keep(plain);
      }
      at += Character.charCount(next);
    }
  }

  private void keep(int codePoint) {
    int length = Character.charCount(codePoint);
    int width = length == 1 ? JsonString.width((char) codePoint) : length;
    cut = kept.length() + length > max || quoted + width > maxQuoted;
    if (!cut) {
      kept.appendCodePoint(codePoint);
      quoted += width;
    }
  }

  private static int plain(int codePoint) {
    if ((codePoint >= ' ' && codePoint <= '~') || codePoint == '\t') {
      return codePoint;
    }
    if (isNewLine(codePoint)) {
      return '\n';
    }
    if (isIn(INVISIBLE, codePoint)) {
      return NOTHING;
    }
    if (codePoint == BLANK_BRAILLE) {
      return ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> NOTHING;
      case Character.FORMAT -> isIn(SEEN, codePoint) ? codePoint : NOTHING;
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.SURROGATE, Character.PRIVATE_USE -> REPLACEMENT;
      default -> isNoncharacter(codePoint) ? REPLACEMENT : codePoint; // what is read as it is
    };
  }

  private static boolean isNewLine(int codePoint) {
    return switch (codePoint) {
      case '\n', '\r', 0x0b, 0x0c, 0x85, 0x2028, 0x2029 -> true;
      default -> false; // any other character
    };
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) == 0xfffe;
  }

  private static boolean isIn(int[][] ranges, int codePoint) {
    for (int[] range : ranges) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
