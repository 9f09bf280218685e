package dev.engine.domain.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON string, strictly by RFC 8259, and knows nothing of how it was written. */
public final class JsonReading {

  private static final Pattern STRING =
      Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(?<code>.{4})|(?<short>.))");
  private static final String SHORT = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private JsonReading() {}

  /**
   * The text that {@code json} stands for.
   *
   * @throws IllegalArgumentException unless it is one JSON string and nothing else
   */
  public static String text(String json) {
    if (!STRING.matcher(json).matches()) {
      throw new IllegalArgumentException("not a JSON string: " + json);
    }
    return ESCAPE
        .matcher(json.substring(1, json.length() - 1))
        .replaceAll(escape -> Matcher.quoteReplacement(meant(escape.group())));
  }

  private static String meant(String escape) {
    char code =
        escape.length() == 2
            ? MEANT.charAt(SHORT.indexOf(escape.charAt(1)))
            : (char) Integer.parseInt(escape.substring(2), 16);
    return String.valueOf(code);
  }
}
