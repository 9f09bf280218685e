package dev.engine.domain.id;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of a closed set that has one name outside the program: in the database, in JSON, on the
 * command line. The name never changes; the constant may. Such an enum says it by {@code toString}
 * too, so that messages and help texts show it.
 */
public interface WireName {

  /** Lower snake or kebab case, such as {@code tool_active}. */
  String wireName();

  /** The constant of {@code type} that is called {@code name}, if there is one. */
  static <E extends Enum<E> & WireName> Optional<E> find(Class<E> type, String name) {
    for (E value : type.getEnumConstants()) {
      if (value.wireName().equals(name)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /**
   * The constant of {@code type} that is called {@code name}.
   *
   * @param what names the value in the failure, such as {@code role}
   * @throws InvalidInput if none is, naming all that there are
   */
  static <E extends Enum<E> & WireName> E of(String what, Class<E> type, String name) {
    return find(type, name).orElseThrow(() -> new InvalidInput(what, "one of " + all(type), name));
  }

  private static <E extends Enum<E> & WireName> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(WireName::wireName)
        .collect(Collectors.joining(", "));
  }
}
