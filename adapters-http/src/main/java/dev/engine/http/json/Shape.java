package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the values of one type look as JSON. The same description reads them, writes them and appears
 * in the OpenAPI document, so that these cannot contradict one another.
 */
public interface Shape<T> {

  /**
   * The value that {@code json} says. Nothing is converted: the text {@code "1"} is no number.
   *
   * @param where names the value in the failure, such as {@code tags[2]}
   * @throws InvalidInput if it has another shape; {@code null} never has the right one
   */
  T read(JsonNode json, String where);

  /** Writes {@code value} where {@code out} stands. */
  void write(T value, JsonGenerator out);

  /** Its JSON Schema, in which records stand as references into {@code components}. */
  ObjectNode schema(Components components);
}
