package dev.engine.http.json;

import dev.engine.domain.journal.Facts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an event tells: an object whose names depend on the event's kind, as it is stored. */
record FactsShape() implements Shape<Facts> {

  @Override
  public Facts read(JsonNode json, String where) {
    if (!json.isObject()) {
      throw Got.insteadOf("an object", where, json);
    }
    return new Facts(Json.write(json));
  }

  @Override
  public void write(Facts value, JsonGenerator out) {
    out.writeRawValue(value.json());
  }

  @Override
  public ObjectNode schema(Components components) {
    return Json.object().put("type", "object");
  }
}
