package dev.engine.http.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A number with or without a fraction. */
record FractionShape() implements Shape<Double> {

  @Override
  public Double read(JsonNode json, String where) {
    if (!json.isNumber() || !Double.isFinite(json.asDouble())) {
      throw Got.insteadOf("a number", where, json);
    }
    return json.asDouble();
  }

  @Override
  public void write(Double value, JsonGenerator out) {
    out.writeNumber(value);
  }

  @Override
  public ObjectNode schema(Components components) {
    return Json.object().put("type", "number");
  }
}
