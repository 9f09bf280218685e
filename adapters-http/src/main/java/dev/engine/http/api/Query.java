package dev.engine.http.api;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's query. What is misspelt is refused rather than passed over. */
final class Query {

  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The parameters of {@code text}.
   *
   * @param text what stands after the question mark; null if nothing does
   * @param known the names that the operation declares
   * @throws InvalidInput if a name is unknown or comes twice, or an escape is broken
   */
  static Query of(@Nullable String text, Collection<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    if (text != null && !text.isEmpty()) {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (!known.contains(name)) {
          throw new InvalidInput("query parameter", names(known), name);
        }
        if (values.putIfAbsent(name, value) != null) {
          throw new InvalidInput("query parameter " + name, "given once", "it twice");
        }
      }
    }
    return new Query(values);
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  private static String names(Collection<String> known) {
    return known.isEmpty() ? "absent here" : "one of " + String.join(", ", known);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new InvalidInput("query", "percent-encoded UTF-8", text);
    }
  }
}
