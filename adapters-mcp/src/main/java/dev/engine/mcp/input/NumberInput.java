package dev.engine.mcp.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A whole number from {@code min} to {@code max}, both inclusive. */
record NumberInput<T>(int min, int max, IntFunction<T> make) implements Input<T> {

  @Override
  public T read(@Nullable Object json, String where) {
    if (json instanceof Integer number && number >= min && number <= max) {
      return make.apply(number);
    }
    throw Got.insteadOf("a whole number from %,d to %,d".formatted(min, max), where, json);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    schema.put("minimum", min);
    schema.put("maximum", max);
    return schema;
  }
}
