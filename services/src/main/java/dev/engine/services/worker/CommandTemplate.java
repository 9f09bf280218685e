package dev.engine.services.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.host.WorkerPrograms.Promise;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line with places in it for what differs from attempt to attempt, such as {@code
 * {session_id}}. What comes into a place stays within its word.
 *
 * @param words the program, absolute or a name on the search path, and its arguments
 */
public record CommandTemplate(List<String> words) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

  private static final String STREAM = "stream-json";

  /** What a place stands for. */
  public enum Place {
    SESSION_ID("session_id"),
    WORKSPACE("workspace"),
    INSTRUCTIONS_FILE("instructions_file"),
    WORKER_ID("worker_id"),
    PRIMITIVE("primitive"),
    PROJECT("project");

    private final String name;

    Place(String name) {
      this.name = name;
    }

    private static boolean isKnown(String name) {
      return Arrays.stream(values()).anyMatch(place -> place.name.equals(name));
    }
  }

  public CommandTemplate {
    words = List.copyOf(words);
  }

  /**
   * The template that is set at {@code key}.
   *
   * @throws InvalidInput naming {@code key}, if there is no program, it is a relative path, or a
   *     word has a place that there is not
   */
  public static CommandTemplate checked(String key, List<String> words) {
    String program = words.isEmpty() ? "" : words.getFirst();
    if (program.isBlank() || (program.contains("/") && !program.startsWith("/"))) {
      throw new InvalidInput(
          key, "a program, by its absolute path or its name alone, and its arguments", program);
    }
    for (String word : words) {
      PLACE
          .matcher(word)
          .results()
          .map(place -> place.group(1))
          .filter(name -> !Place.isKnown(name))
          .findFirst()
          .ifPresent(name -> refuse(key, name));
      if (word.indexOf(0) >= 0) {
        throw new InvalidInput(key, "words without the character NUL", word);
      }
    }
    return new CommandTemplate(words);
  }

  private static void refuse(String key, String name) {
    String known =
        Arrays.stream(Place.values())
            .map(place -> "{" + place.name + "}")
            .collect(Collectors.joining(", "));
    throw new InvalidInput("placeholder in " + key, "one of " + known, "{" + name + "}");
  }

  /** The words with {@code values} in their places. */
  List<String> filled(Map<Place, String> values) {
    Map<String, String> byName =
        values.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name, Map.Entry::getValue));
    return words.stream()
        .map(word -> PLACE.matcher(word).replaceAll(place -> value(place, byName)))
        .toList();
  }

  private static String value(MatchResult place, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group()));
  }

  /** What its program prints. */
  Promise promise() {
    return words.contains(STREAM) ? Promise.RESULT_OBJECT : Promise.NOTHING;
  }
}
