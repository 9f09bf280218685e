package dev.engine.http.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** True or false. */
record TruthShape() implements Shape<Boolean> {

  @Override
  public Boolean read(JsonNode json, String where) {
    if (!json.isBoolean()) {
      throw Got.insteadOf("true or false", where, json);
    }
    return json.booleanValue();
  }

  @Override
  public void write(Boolean value, JsonGenerator out) {
    out.writeBoolean(value);
  }

  @Override
  public ObjectNode schema(Components components) {
    return Json.object().put("type", "boolean");
  }
}
