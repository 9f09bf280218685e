package dev.engine.mcp.input;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one JSON string.
 *
 * @param expected what the text must be, such as {@code 8 lower-case hex digits}
 * @param parse throws {@link InvalidInput} for any other text
 * @param described what the schema says of the text beyond its being one
 */
record TextInput<T>(String expected, Function<String, T> parse, Map<String, Object> described)
    implements Input<T> {

  @Override
  public T read(@Nullable Object json, String where) {
    if (!(json instanceof String text)) {
      throw Got.insteadOf(expected, where, json);
    }
    if (hasHalfACharacter(text)) {
      throw new InvalidInput(where, expected, "half a character");
    }
    T value = parsed(text);
    if (value == null) {
      throw new InvalidInput(where, expected, text);
    }
    return value;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.putAll(described);
    return schema;
  }

  /** The failure names the argument, which the domain does not know. */
  private @Nullable T parsed(String text) {
    try {
      return parse.apply(text);
    } catch (InvalidInput otherShape) {
      return null;
    }
  }

  private static boolean hasHalfACharacter(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
