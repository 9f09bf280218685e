package dev.engine.mcp.input;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of a value that has the wrong shape what it is instead. */
final class Got {

  private Got() {}

  static InvalidInput insteadOf(String expected, String where, @Nullable Object json) {
    return new InvalidInput(where, expected, said(json));
  }

  private static String said(@Nullable Object json) {
    return switch (json) {
      case null -> "null";
      case Map<?, ?> object -> "an object";
      case List<?> list -> "a list";
      default -> json.toString();
    };
  }
}
