package dev.engine.domain.content;

import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text is one JSON document by RFC 8259.
 *
 * <p>Written by hand because the domain has no library, and only this yes or no is needed. What
 * passes here passes the database's own {@code json_valid}; a test holds the two together.
 */
final class JsonSyntax {

  /** Deep enough for any document that is meant to be read; SQLite gives up at 1,000. */
  private static final int MAX_DEPTH = 500;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern UNICODE_ESCAPE = Pattern.compile("u[0-9a-fA-F]{4}");
  private static final char NOTHING = '\0';

  private final String text;
  private int at;

  private JsonSyntax(String text) {
    this.text = text;
  }

  /**
   * True if {@code text} is a JSON value nested no deeper than 500, with blanks around it or not.
   */
  static boolean isDocument(String text) {
    JsonSyntax reader = new JsonSyntax(text);
    return reader.value(0) && reader.at == text.length();
  }

  private boolean value(int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    skipBlanks();
    boolean fits =
        switch (peek()) {
          case '{' -> members('}', () -> property(depth + 1));
          case '[' -> members(']', () -> value(depth + 1));
          case '"' -> string();
          case 't' -> word("true");
          case 'f' -> word("false");
          case 'n' -> word("null");
          default -> token(NUMBER);
        };
    skipBlanks();
    return fits;
  }

  private boolean members(char end, BooleanSupplier member) {
    at++;
    skipBlanks();
    if (take(end)) {
      return true;
    }
    do {
      if (!member.getAsBoolean()) {
        return false;
      }
    } while (take(','));
    return take(end);
  }

  private boolean property(int depth) {
    skipBlanks();
    if (!string()) {
      return false;
    }
    skipBlanks();
    return take(':') && value(depth);
  }

  private boolean string() {
    if (!take('"')) {
      return false;
    }
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        return true;
      }
      if (next < ' ' || (next == '\\' && !escape())) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    if ("\"\\/bfnrt".indexOf(peek()) >= 0) {
      at++;
      return true;
    }
    return token(UNICODE_ESCAPE);
  }

  private boolean token(Pattern shape) {
    Matcher matcher = shape.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void skipBlanks() {
    while (" \t\r\n".indexOf(peek()) >= 0) {
      at++;
    }
  }

  /** The next character; at the end one that no document has outside of its strings. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : NOTHING;
  }
}
