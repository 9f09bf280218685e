package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One component of a record, as a field of a JSON object.
 *
 * @param optional whether it may be left out
 */
record Field<T>(
    String name,
    Shape<T> shape,
    boolean optional,
    Method accessor,
    @Nullable Length length,
    @Nullable Description description) {

  static Field<?> of(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // the records of a resource are its own
    return new Field<>(
        component.getName(),
        Shapes.of(component.getGenericType()),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        accessor,
        component.getAnnotation(Length.class),
        component.getAnnotation(Description.class));
  }

  /** The field's value in {@code object}; null if it is left out and may be. */
  @Nullable T read(JsonNode object, String prefix) {
    JsonNode json = object.get(name);
    if (json != null) {
      return shape.read(json, prefix + name);
    }
    if (optional) {
      return null;
    }
    throw new InvalidInput(prefix + name, "given", "nothing");
  }

  /** Writes the field of {@code owner}; what is not known is absent rather than null. */
  void write(Record owner, JsonGenerator out) {
    T value = value(owner);
    if (value != null) {
      out.writeName(name);
      shape.write(value, out);
    } else if (!optional) {
      throw new IllegalStateException("no %s in %s".formatted(name, owner.getClass()));
    }
  }

  ObjectNode schema(Components components) {
    ObjectNode schema = shape.schema(components);
    if (length != null) {
      schema.put("minLength", length.min()).put("maxLength", length.max());
    }
    if (description != null) {
      schema.put("description", description.value());
    }
    return schema;
  }

  @SuppressWarnings("unchecked") // the shape was derived from the accessor's type
  private @Nullable T value(Record owner) {
    try {
      return (T) accessor.invoke(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
