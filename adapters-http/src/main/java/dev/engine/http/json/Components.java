package dev.engine.http.json;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The named schemas of one OpenAPI document. Not safe for several threads. */
public final class Components {

  private final Map<String, Object> owners = new HashMap<>();
  private final SortedMap<String, ObjectNode> schemas = new TreeMap<>();

  /**
   * A reference to the schema {@code name}, which is made now if it is new.
   *
   * @param owner what the name belongs to
   * @throws IllegalStateException if the name belongs to something else
   */
  public ObjectNode reference(String name, Object owner, Supplier<ObjectNode> schema) {
    Object known = owners.putIfAbsent(name, owner);
    if (known == null) {
      schemas.put(name, schema.get());
    } else if (!known.equals(owner)) {
      throw new IllegalStateException(
          "two schemas are called %s: of %s and of %s".formatted(name, known, owner));
    }
    return Json.object().put("$ref", "#/components/schemas/" + name);
  }

  /** Every schema that was referred to, by name. */
  public SortedMap<String, ObjectNode> schemas() {
    return Collections.unmodifiableSortedMap(schemas);
  }
}
