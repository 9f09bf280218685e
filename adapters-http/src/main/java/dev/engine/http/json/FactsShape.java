package dev.engine.http.json;

import dev.engine.domain.journal.Facts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of an event, which is JSON already; only ever written. */
record FactsShape() implements Shape<Facts> {

  @Override
  public Facts read(JsonNode json, String where) {
    throw new UnsupportedOperationException("nobody sends us events");
  }

  @Override
  public void write(Facts facts, JsonGenerator out) {
    out.writeRawValue(facts.json());
  }

  @Override
  public ObjectNode schema(Components components) {
    return Json.object().put("type", "object");
  }
}
