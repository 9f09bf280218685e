package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that is one JSON string, and that can stand in a path or a query too.
 *
 * @param expected what the text must be, such as {@code 8 lower-case hex digits}
 * @param parse throws {@link InvalidInput} for any other text
 * @param print the text that {@code parse} takes back
 * @param describe adds to the schema what is said of the text beyond its being one
 */
public record TextShape<T>(
    String expected,
    Function<String, T> parse,
    Function<T, String> print,
    UnaryOperator<ObjectNode> describe)
    implements Shape<T> {

  /**
   * The value that {@code text} says.
   *
   * @throws InvalidInput if it says none, naming {@code where}
   */
  public T parse(String text, String where) {
    if (hasLoneSurrogate(text)) {
      throw new InvalidInput(where, expected, "half a character");
    }
    T value = parsed(text);
    if (value == null) {
      throw new InvalidInput(where, expected, text);
    }
    return value;
  }

  @Override
  public T read(JsonNode json, String where) {
    if (!json.isString()) {
      throw Got.insteadOf(expected, where, json);
    }
    return parse(json.stringValue(), where);
  }

  @Override
  public void write(T value, JsonGenerator out) {
    out.writeString(print.apply(value));
  }

  @Override
  public ObjectNode schema(Components components) {
    return describe.apply(Json.object().put("type", "string"));
  }

  /** The failure names the field of the request, which the domain does not know. */
  private @Nullable T parsed(String text) {
    try {
      return parse.apply(text);
    } catch (InvalidInput otherShape) {
      return null;
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
