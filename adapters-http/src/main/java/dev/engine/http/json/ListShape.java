package dev.engine.http.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any number of values of one shape, in their order. */
record ListShape<T>(Shape<T> item) implements Shape<List<T>> {

  @Override
  public List<T> read(JsonNode json, String where) {
    if (!json.isArray()) {
      throw Got.insteadOf("an array", where, json);
    }
    List<T> items = new ArrayList<>(json.size());
    for (JsonNode each : json) {
      items.add(item.read(each, "%s[%d]".formatted(where, items.size())));
    }
    return List.copyOf(items);
  }

  @Override
  public void write(List<T> value, JsonGenerator out) {
    out.writeStartArray();
    value.forEach(each -> item.write(each, out));
    out.writeEndArray();
  }

  @Override
  public ObjectNode schema(Components components) {
    return Json.object().put("type", "array").set("items", item.schema(components));
  }
}
