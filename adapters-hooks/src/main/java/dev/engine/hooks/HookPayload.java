package dev.engine.hooks;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The parts of a hook's payload that Engine understands. Everything else is skipped unread, so that
 * a client may add fields, and a tool's input of a megabyte costs little.
 */
final class HookPayload {

  /** The top-level text fields that are kept. */
  private static final Set<String> FIELDS =
      Set.of(
          "session_id",
          "hook_event_name",
          "cwd",
          "transcript_path",
          "source",
          "reason",
          "notification_type",
          "message",
          "model",
          "agent_id",
          "tool_name",
          "tool_use_id",
          "trigger");

  /** The number fields that are kept, each by its way from the top. */
  private static final Set<String> NUMBERS =
      Set.of(
          "context_tokens",
          "context_window.used_percentage",
          "context_window.context_window_size",
          "context_window.current_usage.input_tokens",
          "context_window.current_usage.cache_creation_input_tokens",
          "context_window.current_usage.cache_read_input_tokens");

  /** The objects that have such fields. */
  private static final Set<String> PARENTS =
      Set.of("context_window", "context_window.current_usage");

  /** No path of a Linux or macOS file system is longer; a longer text is no fact worth keeping. */
  private static final int MAX_TEXT = 4_096;

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> fields;
  private final Map<String, Long> numbers;

  private HookPayload(Map<String, String> fields, Map<String, Long> numbers) {
    this.fields = fields;
    this.numbers = numbers;
  }

  /**
   * @throws InvalidInput unless it is one JSON object of at most {@link HookCall#MAX_PAYLOAD_BYTES}
   */
  static HookPayload read(String payload) {
    if (payload.length() > HookCall.MAX_PAYLOAD_BYTES) {
      throw malformed("more than 1 MiB");
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw malformed(payload.isBlank() ? "nothing" : "something else");
      }
      HookPayload read = new HookPayload(new HashMap<>(), new HashMap<>());
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        read.readField(parser);
      }
      if (parser.nextToken() != null) {
        throw malformed("something behind it");
      }
      return read;
    } catch (JacksonException broken) {
      throw malformed("something that breaks off or is not JSON");
    }
  }

  /** A text field, if it is there, not empty and of sensible length. */
  Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /**
   * A number field, rounded to a whole one, if it is there.
   *
   * @param way its name, behind those of the objects it is in, with dots
   */
  Optional<Long> number(String way) {
    return Optional.ofNullable(numbers.get(way));
  }

  private void readField(JsonParser parser) {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (value == JsonToken.VALUE_STRING && FIELDS.contains(name)) {
      String text = parser.getString();
      if (!text.isEmpty() && text.length() <= MAX_TEXT) {
        fields.put(name, text);
      }
    } else {
      readNumbers(parser, name, value);
    }
  }

  private void readNumbers(JsonParser parser, String way, JsonToken value) {
    if (value == JsonToken.START_OBJECT && PARENTS.contains(way)) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        readNumbers(parser, way + "." + name, parser.nextToken());
      }
    } else if (value.isNumeric() && NUMBERS.contains(way)) {
      numbers.put(way, Math.round(parser.getDoubleValue()));
    } else {
      parser.skipChildren();
    }
  }

  private static InvalidInput malformed(String got) {
    return new InvalidInput("hook payload", "one JSON object of at most 1 MiB", got);
  }
}
