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
          "agent_id");

  /** No path of a Linux or macOS file system is longer; a longer text is no fact worth keeping. */
  private static final int MAX_TEXT = 4_096;

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> fields;

  private HookPayload(Map<String, String> fields) {
    this.fields = fields;
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
      Map<String, String> fields = new HashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        readField(parser, fields);
      }
      if (parser.nextToken() != null) {
        throw malformed("something behind it");
      }
      return new HookPayload(fields);
    } catch (JacksonException broken) {
      throw malformed("something that breaks off or is not JSON");
    }
  }

  /** A text field, if it is there, not empty and of sensible length. */
  Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  private static void readField(JsonParser parser, Map<String, String> fields) {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (value == JsonToken.VALUE_STRING && FIELDS.contains(name)) {
      String text = parser.getString();
      if (!text.isEmpty() && text.length() <= MAX_TEXT) {
        fields.put(name, text);
      }
    } else {
      parser.skipChildren();
    }
  }

  private static InvalidInput malformed(String got) {
    return new InvalidInput("hook payload", "one JSON object of at most 1 MiB", got);
  }
}
