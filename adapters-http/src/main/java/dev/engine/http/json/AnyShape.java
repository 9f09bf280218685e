package dev.engine.http.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any JSON but {@code null}, kept as it is. */
record AnyShape() implements Shape<JsonNode> {

  @Override
  public JsonNode read(JsonNode json, String where) {
    if (json.isNull()) {
      throw Got.insteadOf("any JSON but null", where, json);
    }
    return json;
  }

  @Override
  public void write(JsonNode value, JsonGenerator out) {
    out.writeTree(value);
  }

  @Override
  public ObjectNode schema(Components components) {
    return Json.object().set("not", Json.object().put("type", "null"));
  }
}
