package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object whose fields are the components of a record. A component that is {@code @Nullable}
 * may be left out; no field is ever {@code null}, and no other field is taken.
 */
final class RecordShape<T extends Record> implements Shape<T> {

  private static final String SUFFIX = "Json";

  private final Class<T> type;
  private final List<Field<?>> fields;
  private final Constructor<T> constructor;

  private RecordShape(Class<T> type, List<Field<?>> fields, Constructor<T> constructor) {
    this.type = type;
    this.fields = fields;
    this.constructor = constructor;
  }

  /**
   * The shape of {@code type}.
   *
   * @throws IllegalStateException if a component has a type that has none
   */
  static <T extends Record> RecordShape<T> of(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<Field<?>> fields = new ArrayList<>();
    for (RecordComponent component : components) {
      fields.add(Field.of(component));
    }
    return new RecordShape<>(type, List.copyOf(fields), constructor(type, components));
  }

  @Override
  public T read(JsonNode json, String where) {
    if (!json.isObject()) {
      throw Got.insteadOf("an object", where, json);
    }
    refuseUnknown(json, where);
    return made(fields.stream().map(field -> field.read(json, inside(where))).toArray());
  }

  @Override
  public void write(T value, JsonGenerator out) {
    out.writeStartObject();
    fields.forEach(field -> field.write(value, out));
    out.writeEndObject();
  }

  @Override
  public ObjectNode schema(Components components) {
    return components.reference(name(type), type, () -> object(components));
  }

  private ObjectNode object(Components components) {
    ObjectNode properties = Json.object();
    ArrayNode required = Json.array();
    for (Field<?> field : fields) {
      properties.set(field.name(), field.schema(components));
      if (!field.optional()) {
        required.add(field.name());
      }
    }
    ObjectNode object = Json.object().put("type", "object");
    object.set("properties", properties);
    object.set("required", required);
    return object.put("additionalProperties", false);
  }

  private void refuseUnknown(JsonNode json, String where) {
    for (Map.Entry<String, JsonNode> given : json.properties()) {
      if (fields.stream().noneMatch(field -> field.name().equals(given.getKey()))) {
        String known = fields.stream().map(Field::name).collect(Collectors.joining(", "));
        throw new InvalidInput(
            "a field of " + where, known.isEmpty() ? "absent" : "one of " + known, given.getKey());
      }
    }
  }

  /** Fields of the body itself go by their own name. */
  private static String inside(String where) {
    return where.contains(" ") ? "" : where + ".";
  }

  /** What the schema of {@code type} is called. */
  static String name(Class<?> type) {
    String name = type.getSimpleName();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  private T made(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <T> Constructor<T> constructor(Class<T> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true); // the records of a resource are its own
      return canonical;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
