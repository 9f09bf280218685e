package dev.engine.domain.text;

import java.util.BitSet;
import java.util.HexFormat;

/**
 * A JSON string (RFC 8259) that escapes more than it must: whatever looks like an angle bracket,
 * ampersands and backquotes, which mean something to a reader of markup.
 */
final class JsonString {

  /** Angle brackets, and single characters that a reader takes for them. */
  private static final String ESCAPED =
      "<>&`"
          + "\u02c2\u02c3\u1438\u1433\u2039\u203a\u2329\u232a\u276c\u276d\u276e\u276f\u2770\u2771"
          + "\u27e8\u27e9\u29fc\u29fd\u3008\u3009\ufe64\ufe65\uff1c\uff1e\uff06\uff40\u2028\u2029";

  private static final BitSet IS_ESCAPED = characters();

  private static final int UNICODE_ESCAPE = 6; // a backslash, a u, four digits

  private JsonString() {}

  /** {@code text} in quotes. */
  static String of(String text) {
    StringBuilder json = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (width(next)) {
        case 1 -> json.append(next);
        case 2 -> json.append('\\').append(shortForm(next));
        default -> json.append("\\u").append(HexFormat.of().toHexDigits(next));
      }
    }
    return json.append('"').toString();
  }

  /** How many characters {@code next} takes: 1, 2 or 6. */
  static int width(char next) {
    if (next >= 'a' && next <= 'z') {
      return 1; // most are
    }
    if (next == '"' || next == '\\' || next == '\n' || next == '\t') {
      return 2;
    }
    return Character.isISOControl(next) || IS_ESCAPED.get(next) ? UNICODE_ESCAPE : 1;
  }

  private static BitSet characters() {
    BitSet set = new BitSet();
    ESCAPED.chars().forEach(set::set);
    return set;
  }

  private static char shortForm(char next) {
    return switch (next) {
      case '\n' -> 'n';
      case '\t' -> 't';
      default -> next; // a quote or a backslash stands for itself
    };
  }
}
