package dev.engine.domain.journal;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells besides its kind: names and values, kept as the JSON object that is stored
 * and sent. Two are equal if they tell the same in the same order.
 *
 * <p>It writes its JSON itself, because a hook must not load a library for it.
 *
 * @param json one JSON object without blanks between its parts, its names in lower camel case
 */
public record Facts(String json) {

  /** Nothing besides the kind. */
  public static final Facts NONE = new Facts("{}");

  private static final String HEX = "0123456789abcdef";

  /**
   * Takes an object as it was stored; that it is one, the database has checked.
   *
   * @throws InvalidInput unless it begins and ends as an object does
   */
  public Facts {
    if (!json.startsWith("{") || !json.endsWith("}")) {
      throw new InvalidInput("data of an event", "one JSON object", json);
    }
  }

  /** With a text: what {@code value} writes itself as, such as an id or a wire name. */
  public Facts with(String name, Object value) {
    StringBuilder longer = begun(name);
    appendText(longer, value.toString());
    return ended(longer);
  }

  /** With a number. */
  public Facts with(String name, long value) {
    return ended(begun(name).append(value));
  }

  /** With an array of texts. */
  public Facts with(String name, List<String> values) {
    StringBuilder longer = begun(name).append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        longer.append(',');
      }
      appendText(longer, values.get(i));
    }
    return ended(longer.append(']'));
  }

  /** With a text that may be unknown, and is left out then. */
  public Facts withKnown(String name, @Nullable Object value) {
    return value == null ? this : with(name, value);
  }

  /** The text or number that {@code name} stands for; empty if there is none. */
  public Optional<String> find(String name) {
    return new FactReading(json).find(name);
  }

  @Override
  public String toString() {
    return json;
  }

  private StringBuilder begun(String name) {
    StringBuilder longer = new StringBuilder(json.length() + 64);
    longer.append(json, 0, json.length() - 1);
    if (longer.length() > 1) {
      longer.append(',');
    }
    appendText(longer, name);
    return longer.append(':');
  }

  private static Facts ended(StringBuilder longer) {
    return new Facts(longer.append('}').toString());
  }

  private static void appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"' || next == '\\') {
        json.append('\\').append(next);
      } else if (next < ' ') {
        json.append("\\u00").append(HEX.charAt(next >> 4)).append(HEX.charAt(next & 0xf));
      } else {
        json.append(next);
      }
    }
    json.append('"');
  }
}
