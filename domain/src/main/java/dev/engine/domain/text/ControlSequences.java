package dev.engine.domain.text;

/**
 * What a terminal obeys in a text, by ECMA-48: control sequences (CSI) and control strings (OSC,
 * DCS, SOS, PM, APC), begun by ESC and a character or by one 8-bit control, and other escapes.
 *
 * <p>A control string that nothing ends counts as its introducer alone: otherwise one stray
 * character would swallow the rest of an honest text.
 */
final class ControlSequences {

  private static final char BELL = '\u0007';
  private static final char CANCEL = '\u0018';
  private static final char SUBSTITUTE = '\u001a';
  private static final char ESCAPE = '\u001b';
  private static final char FIRST_8_BIT = '\u0080';
  private static final char LAST_8_BIT = '\u009f';
  private static final char STRING_TERMINATOR = '\u009c';

  /** ESC and a character of {@code @} to {@code _} mean the 8-bit control this much above it. */
  private static final int SEVEN_TO_8_BIT = 0x40;

  private final String text;

  /** From here on nothing ends a control string; found once, so that many cost no more than one. */
  private int unendedFrom = Integer.MAX_VALUE;

  ControlSequences(String text) {
    this.text = text;
  }

  /** Where the text goes on after what begins at {@code at}; {@code at} itself if nothing does. */
  int after(int at) {
    char first = text.charAt(at);
    if (first == ESCAPE) {
      return afterEscape(at + 1);
    }
    return first >= FIRST_8_BIT && first <= LAST_8_BIT ? afterControl(first, at + 1) : at;
  }

  private int afterEscape(int at) {
    if (isBetween(at, '@', '_')) {
      return afterControl((char) (text.charAt(at) + SEVEN_TO_8_BIT), at + 1);
    }
    int last = skipped(at, ' ', '/');
    return isBetween(last, '0', '~') ? last + 1 : last;
  }

  private int afterControl(char control, int at) {
    return switch (control) {
      case '\u009b' -> afterSequence(at);
      case '\u0090', '\u0098', '\u009d', '\u009e', '\u009f' -> afterString(at);
      default -> at; // a control that stands alone
    };
  }

  private int afterSequence(int at) {
    int last = skipped(skipped(at, '0', '?'), ' ', '/');
    return isBetween(last, '@', '~') ? last + 1 : last;
  }

  private int afterString(int at) {
    if (at >= unendedFrom) {
      return at;
    }
    for (int i = at; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case BELL, CANCEL, SUBSTITUTE, STRING_TERMINATOR -> {
          return i + 1;
        }
        case ESCAPE -> {
          return isBetween(i + 1, '\\', '\\') ? i + 2 : i;
        }
        default -> {} // belongs to the string
      }
    }
    unendedFrom = at;
    return at;
  }

  private int skipped(int at, char from, char to) {
    int next = at;
    while (isBetween(next, from, to)) {
      next++;
    }
    return next;
  }

  private boolean isBetween(int at, char from, char to) {
    return at < text.length() && text.charAt(at) >= from && text.charAt(at) <= to;
  }
}
