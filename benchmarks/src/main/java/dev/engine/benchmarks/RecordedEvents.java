package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a real client sent for the events that make up most of a session's life. */
final class RecordedEvents {

  /** From the first event to the last: ten prompts with two tools each, half a minute at 2/s. */
  static final List<String> LIFE = life(10);

  private static final Map<String, String> FILES =
      Map.of(
          "SessionStart", "SessionStart-startup.json",
          "UserPromptSubmit", "UserPromptSubmit.json",
          "PreToolUse", "PreToolUse-Bash.json",
          "PostToolUse", "PostToolUse-Bash.json",
          "Stop", "Stop.json",
          "SessionEnd", "SessionEnd-other.json");

  private static final Pattern SESSION = Pattern.compile("\"session_id\": *\"([^\"]+)\"");

  /** By event, with {@code %s} where the session's id is to stand. */
  private final Map<String, String> templates = new HashMap<>();

  /**
   * @param folder with a file for each event
   */
  RecordedEvents(Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      String json = Files.readString(folder.resolve(file.getValue()));
      Matcher session = SESSION.matcher(json);
      if (!session.find()) {
        throw new IllegalStateException(file.getValue() + " tells of no session");
      }
      templates.put(file.getKey(), json.replace("%", "%%").replace(session.group(1), "%1$s"));
    }
  }

  /** The payload of {@code event}, as JSON, as if {@code session} had sent it. */
  String payload(String event, UUID session) {
    return String.valueOf(templates.get(event)).formatted(session);
  }

  private static List<String> life(int prompts) {
    List<String> turn =
        List.of(
            "UserPromptSubmit", "PreToolUse", "PostToolUse", "PreToolUse", "PostToolUse", "Stop");
    List<String> events = new ArrayList<>(List.of("SessionStart"));
    for (int i = 0; i < prompts; i++) {
      events.addAll(turn);
    }
    events.add("SessionEnd");
    return List.copyOf(events);
  }
}
