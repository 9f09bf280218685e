package dev.engine.http.json;

import dev.engine.domain.journal.Facts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of an event, which is JSON already. */
record FactsShape() implements Shape<Facts> {

  @Override
  public Facts read(JsonNode json, String where) {
    if (!json.isObject()) {
      throw Got.insteadOf("an object", where, json);
    }
    return new Facts(json.toString());
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
