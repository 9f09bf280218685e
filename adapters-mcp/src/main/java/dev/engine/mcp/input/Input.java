package dev.engine.mcp.input;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the values of one type look in the arguments of a tool. */
public interface Input<T> {

  /**
   * The value that {@code json} says: a text, number, truth, list or map, as a JSON parser makes
   * them. Nothing is converted: the text {@code "1"} is no number.
   *
   * @param where names the value in the failure, such as {@code tags[2]}
   * @throws InvalidInput if it has another shape; null never has the right one
   */
  T read(@Nullable Object json, String where);

  /** The JSON Schema of what is read. */
  Map<String, Object> schema();
}
