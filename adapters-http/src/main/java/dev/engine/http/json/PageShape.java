package dev.engine.http.json;

import dev.engine.domain.Listed;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** A page of one kind of item. Nobody sends us pages. */
public record PageShape<T extends Record>(Class<T> type, Shape<T> item)
    implements WrittenShape<Listed<T>> {

  /** The shape of pages of {@code type}. */
  public static <T extends Record> PageShape<T> of(Class<T> type) {
    return new PageShape<>(type, Shapes.of(type));
  }

  @Override
  public void write(Listed<T> page, JsonGenerator out) {
    out.writeStartObject();
    out.writeName("items");
    new ListShape<>(item).write(page.items(), out);
    if (page.next() != null) {
      out.writeName("next");
      out.writeString(page.next().toString());
    }
    out.writeEndObject();
  }

  @Override
  public ObjectNode schema(Components components) {
    String name = RecordShape.name(type) + "Page";
    return components.reference(name, List.of("pages of", type), () -> object(components));
  }

  private ObjectNode object(Components components) {
    ObjectNode next =
        Json.object()
            .put("type", "string")
            .put("description", "the cursor of the next page; absent on the last one");
    ObjectNode properties = Json.object();
    properties.set("items", new ListShape<>(item).schema(components));
    properties.set("next", next);
    ObjectNode object = Json.object().put("type", "object");
    object.set("properties", properties);
    object.set("required", Json.array().add("items"));
    return object.put("additionalProperties", false);
  }
}
