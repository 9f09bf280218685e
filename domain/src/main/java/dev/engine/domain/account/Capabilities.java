package dev.engine.domain.account;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an account may be used for.
 *
 * @param names such as {@code read} or {@code calendar:write}: sorted, each once, each 1 to 64
 *     lower-case letters, digits, dots, colons, dashes and underscores
 */
public record Capabilities(List<String> names) {

  // First: the constant below is checked against it.
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9_:.-]{1,64}");

  /** Of an account that may be used for nothing yet. */
  public static final Capabilities NONE = new Capabilities(List.of());

  /**
   * Takes the names in any order, and each as often as it was said.
   *
   * @throws InvalidInput if a name is not as described
   */
  public Capabilities {
    names = names.stream().map(Capabilities::checked).distinct().sorted().toList();
  }

  /**
   * The capabilities of these names, in any order.
   *
   * @throws InvalidInput if a name is not as described
   */
  public static Capabilities of(Collection<String> names) {
    return new Capabilities(List.copyOf(names));
  }

  private static String checked(String name) {
    if (!SHAPE.matcher(name).matches()) {
      throw new InvalidInput(
          "capability",
          "1 to 64 lower-case letters, digits, dots, colons, dashes and underscores",
          name);
    }
    return name;
  }
}
