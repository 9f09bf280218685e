package dev.engine.mcp.input;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are the components of a record. A component that is {@code @Nullable}
 * may be left out; no field is ever {@code null}, and no other field is taken.
 */
public final class RecordInput<T extends Record> implements Input<T> {

  private final List<Field> fields;
  private final Constructor<T> constructor;

  private RecordInput(List<Field> fields, Constructor<T> constructor) {
    this.fields = fields;
    this.constructor = constructor;
  }

  /**
   * What {@code type} looks like.
   *
   * @throws IllegalStateException if a component has a type that {@link Inputs} does not know
   */
  public static <T extends Record> RecordInput<T> of(Class<T> type) {
    List<Field> fields = Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
    return new RecordInput<>(fields, constructor(type));
  }

  @Override
  public T read(@Nullable Object json, String where) {
    if (!(json instanceof Map<?, ?> object)) {
      throw Got.insteadOf("an object", where, json);
    }
    refuseUnknown(object, where);
    return made(fields.stream().map(field -> field.read(object)).toArray());
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field field : fields) {
      properties.put(field.name(), field.schema());
      if (!field.optional()) {
        required.add(field.name());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  private void refuseUnknown(Map<?, ?> object, String where) {
    for (Object given : object.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(given))) {
        String known = fields.stream().map(Field::name).collect(Collectors.joining(", "));
        throw new InvalidInput(
            "a field of " + where,
            known.isEmpty() ? "absent" : "one of " + known,
            String.valueOf(given));
      }
    }
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

  private static <T> Constructor<T> constructor(Class<T> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<T> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true); // the records of a tool are its own
      return canonical;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * One component.
   *
   * @param optional whether it may be left out
   */
  private record Field(
      String name,
      Input<?> input,
      boolean optional,
      @Nullable Length length,
      @Nullable Description description) {

    static Field of(RecordComponent component) {
      return new Field(
          component.getName(),
          Inputs.of(component.getGenericType()),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          component.getAnnotation(Length.class),
          component.getAnnotation(Description.class));
    }

    /** Its value in {@code object}; null if it is left out and may be. */
    @Nullable Object read(Map<?, ?> object) {
      if (object.containsKey(name)) {
        return input.read(object.get(name), name);
      }
      if (optional) {
        return null;
      }
      throw new InvalidInput(name, "given", "nothing");
    }

    Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>(input.schema());
      if (length != null) {
        schema.put("minLength", length.min());
        schema.put("maxLength", length.max());
      }
      if (description != null) {
        schema.put("description", description.value());
      }
      return schema;
    }
  }
}
