package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import tools.jackson.databind.JsonNode;

/** How the values of one type look as JSON, whichever way they go. */
public interface Shape<T> extends WrittenShape<T> {

  /**
   * The value that {@code json} says. Nothing is converted: the text {@code "1"} is no number.
   *
   * @param where names the value in the failure, such as {@code tags[2]}
   * @throws InvalidInput if it has another shape; {@code null} never has the right one
   */
  T read(JsonNode json, String where);
}
