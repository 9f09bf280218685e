package dev.engine.http.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the values of one type are written as JSON. The same description appears in the OpenAPI
 * document, so that the two cannot contradict one another. What is read too is a {@link Shape}.
 */
public interface WrittenShape<T> {

  /** Writes {@code value} where {@code out} stands. */
  void write(T value, JsonGenerator out);

  /** Its JSON Schema, in which records stand as references into {@code components}. */
  ObjectNode schema(Components components);
}
