package dev.engine.mcp.input;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code true} or {@code false}. */
record TruthInput() implements Input<Boolean> {

  @Override
  public Boolean read(@Nullable Object json, String where) {
    if (json instanceof Boolean truth) {
      return truth;
    }
    throw Got.insteadOf("true or false", where, json);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
