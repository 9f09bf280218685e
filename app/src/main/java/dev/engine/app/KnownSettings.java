package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The names in {@code engine.toml} that mean something. A name that means nothing is a mistake, for
 * whoever wrote it believes that it has an effect.
 */
final class KnownSettings {

  /** Read as a whole by {@link WorkerSettings}, which knows what may be in it. */
  private static final String WORKERS = "workers";

  /** All but those of the workers. */
  private static final List<String> NAMES =
      Stream.of(SettingKey.values())
          .map(SettingKey::key)
          .filter(key -> !key.startsWith(WORKERS + "."))
          .toList();

  private KnownSettings() {}

  /**
   * Looks through what a file says, the values apart.
   *
   * @throws InvalidInput for the first name that means nothing, with one that does and looks like
   *     it
   */
  static void requireOnly(JsonNode file) {
    requireOnly("", file);
  }

  /**
   * @param before the name of the table, with a dot behind it; empty for the whole file
   */
  private static void requireOnly(String before, JsonNode table) {
    for (Map.Entry<String, JsonNode> member : table.properties()) {
      String name = before + member.getKey();
      boolean isTable = member.getValue().isObject() && isTable(name);
      if (isTable) {
        requireOnly(name + ".", member.getValue());
      } else if (!NAMES.contains(name) && !name.equals(WORKERS)) {
        throw new InvalidInput("setting", "one that there is, such as " + nearest(name), name);
      }
    }
  }

  private static boolean isTable(String name) {
    return NAMES.stream().anyMatch(known -> known.startsWith(name + "."));
  }

  private static String nearest(String name) {
    return Stream.concat(NAMES.stream(), Stream.of(WORKERS))
        .min(Comparator.comparingInt(known -> distance(known, name)))
        .orElse(WORKERS);
  }

  /** How many characters must be put in, taken out or exchanged to make {@code b} of {@code a}. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
