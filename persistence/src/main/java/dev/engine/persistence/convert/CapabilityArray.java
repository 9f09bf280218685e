package dev.engine.persistence.convert;

import dev.engine.domain.account.Capabilities;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Capabilities as a JSON array, such as {@code ["read","send"]}. Written by hand because their
 * names have nothing in them that JSON would escape.
 */
final class CapabilityArray {

  private static final Pattern NAME = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern ARRAY =
      Pattern.compile("\\s*\\[\\s*(?:%1$s(?:\\s*,\\s*%1$s)*\\s*)?]\\s*".formatted(NAME));

  private CapabilityArray() {}

  static String of(Capabilities capabilities) {
    return capabilities.names().stream()
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Takes blanks between the names, which other programs write. */
  static Capabilities parse(String json) {
    if (!ARRAY.matcher(json).matches()) {
      throw new InvalidInput("capabilities", "a JSON array of names", json);
    }
    List<String> names = NAME.matcher(json).results().map(CapabilityArray::name).toList();
    return Capabilities.of(names);
  }

  private static String name(MatchResult quoted) {
    return quoted.group(1);
  }
}
