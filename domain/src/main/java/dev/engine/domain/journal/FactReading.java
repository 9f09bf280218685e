package dev.engine.domain.journal;

import java.util.Optional;

/**
 * Reads what {@link Facts} has written: names with texts, numbers and arrays of texts, without
 * blanks in between. Of anything else it finds nothing.
 */
final class FactReading {

  private static final int HEX = 16;
  private static final int HEX_LENGTH = 4;

  private final String json;
  private int at = 1; // behind the brace

  FactReading(String json) {
    this.json = json;
  }

  /** The text or number that {@code name} stands for. */
  Optional<String> find(String name) {
    while (at < json.length() && json.charAt(at) == '"') {
      boolean isWanted = text().equals(name);
      at++; // the colon
      String value = value();
      if (isWanted) {
        return Optional.of(value);
      }
      at++; // the comma, or the brace
    }
    return Optional.empty();
  }

  private String value() {
    if (at < json.length() && json.charAt(at) == '"') {
      return text();
    }
    int start = at;
    boolean isInText = false;
    int depth = 0;
    for (; at < json.length(); at++) {
      char next = json.charAt(at);
      if (isInText && next == '\\') {
        at++;
      } else if (next == '"') {
        isInText = !isInText;
      } else if (!isInText && (next == '[' || next == '{')) {
        depth++;
      } else if (!isInText && depth == 0 && (next == ',' || next == '}')) {
        break;
      } else if (!isInText && (next == ']' || next == '}')) {
        depth--;
      }
    }
    return json.substring(start, Math.min(at, json.length()));
  }

  /** The text that begins here; afterwards the place is behind its closing mark. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (at++; at < json.length() && json.charAt(at) != '"'; at++) {
      text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    at++;
    char escaped = json.charAt(at); // there is one: the last character is a brace
    if (escaped != 'u' || at + HEX_LENGTH >= json.length()) {
      return escaped;
    }
    at += HEX_LENGTH;
    return (char) Integer.parseInt(json, at - HEX_LENGTH + 1, at + 1, HEX);
  }
}
