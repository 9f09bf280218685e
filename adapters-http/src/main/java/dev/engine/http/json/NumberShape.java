package dev.engine.http.json;

import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole number from {@code min} to {@code max}, both inclusive. */
record NumberShape<T>(long min, long max, LongFunction<T> from, ToLongFunction<T> to)
    implements Shape<T> {

  @Override
  public T read(JsonNode json, String where) {
    boolean fits =
        json.isIntegralNumber()
            && json.canConvertToLong()
            && json.longValue() >= min
            && json.longValue() <= max;
    if (!fits) {
      throw Got.insteadOf("a whole number from %,d to %,d".formatted(min, max), where, json);
    }
    return from.apply(json.longValue());
  }

  @Override
  public void write(T value, JsonGenerator out) {
    out.writeNumber(to.applyAsLong(value));
  }

  @Override
  public ObjectNode schema(Components components) {
    return Json.object().put("type", "integer").put("minimum", min).put("maximum", max);
  }
}
