package dev.engine.http.json;

import dev.engine.domain.journal.Facts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The shapes of types. A record is taken apart by its components; what is one JSON string is listed
 * in {@link Texts}.
 */
public final class Shapes {

  private static final Map<Type, Shape<?>> PLAIN = plain();

  private Shapes() {}

  /**
   * The shape of {@code type}.
   *
   * @throws IllegalStateException if it has none: then a line in {@link Texts} is missing
   */
  public static <T> Shape<T> of(Class<T> type) {
    return of((Type) type);
  }

  /**
   * The shape of {@code type}, which is one JSON string.
   *
   * @throws IllegalStateException if it is not
   */
  public static <T> TextShape<T> text(Class<T> type) {
    if (of(type) instanceof TextShape<T> text) {
      return text;
    }
    throw new IllegalStateException(type + " is not one JSON string");
  }

  @SuppressWarnings("unchecked") // each shape stands under its own type
  static <T> Shape<T> of(Type type) {
    Shape<?> shape = PLAIN.get(type);
    return (Shape<T>) (shape == null ? derived(type) : shape);
  }

  private static Shape<?> derived(Type type) {
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return RecordShape.of(plain.asSubclass(Record.class));
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return Texts.wireNames(plain);
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListShape<>(of(list.getActualTypeArguments()[0]));
    }
    throw new IllegalStateException("no JSON shape for " + type.getTypeName());
  }

  private static Map<Type, Shape<?>> plain() {
    NumberShape<Integer> integer =
        new NumberShape<>(
            Integer.MIN_VALUE, Integer.MAX_VALUE, Math::toIntExact, Integer::longValue);
    NumberShape<Long> number =
        new NumberShape<>(Long.MIN_VALUE, Long.MAX_VALUE, Long::valueOf, Long::longValue);
    Map<Type, Shape<?>> plain = new HashMap<>(Texts.all());
    plain.put(int.class, integer);
    plain.put(Integer.class, integer);
    plain.put(long.class, number);
    plain.put(Long.class, number);
    plain.put(double.class, new FractionShape());
    plain.put(Double.class, new FractionShape());
    plain.put(boolean.class, new TruthShape());
    plain.put(Boolean.class, new TruthShape());
    plain.put(Facts.class, new FactsShape());
    plain.put(JsonNode.class, new AnyShape());
    return Map.copyOf(plain);
  }
}
