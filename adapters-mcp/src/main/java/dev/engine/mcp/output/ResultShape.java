package dev.engine.mcp.output;

import dev.engine.wire.WireText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of what a record becomes on the wire. A component that is {@code @Nullable} may
 * be absent. Other fields may come with a later version, so they are not ruled out.
 */
public final class ResultShape {

  private static final Map<Type, String> PLAIN =
      Map.of(
          boolean.class, "boolean",
          int.class, "integer",
          Integer.class, "integer",
          Long.class, "integer");

  private ResultShape() {}

  /**
   * The schema of {@code type}.
   *
   * @throws IllegalStateException if a component has a type that has no shape here
   */
  public static Map<String, Object> of(Class<? extends Record> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), of(component.getGenericType()));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = typed("object");
    schema.put("properties", properties);
    schema.put("required", required);
    return schema;
  }

  private static Map<String, Object> of(Type type) {
    String plain = PLAIN.get(type);
    if (plain != null) {
      return typed(plain);
    }
    if (type instanceof Class<?> named && WireText.isText(named)) {
      return typed("string");
    }
    if (type instanceof Class<?> named && named.isRecord()) {
      return of(named.asSubclass(Record.class));
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      Map<String, Object> schema = typed("array");
      schema.put("items", of(list.getActualTypeArguments()[0]));
      return schema;
    }
    throw new IllegalStateException("no result looks like " + type.getTypeName());
  }

  /** To be added to; its fields keep their order. */
  private static Map<String, Object> typed(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }
}
