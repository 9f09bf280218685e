package dev.engine.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A fleet of which each text that anybody may write is hostile. */
final class HostileFleet {

  private static final int LINE = 180;

  private final SeededFleet fleet;
  private final List<String> places = new ArrayList<>();
  private final Map<String, Integer> taken = new LinkedHashMap<>();

  HostileFleet(SeededFleet fleet) {
    this.fleet = fleet;
  }

  /** Addresses in the dashboard of things that have such a text, each kind once in a while. */
  List<String> places() {
    return places.stream()
        .filter(place -> place.startsWith("portal/") || Math.floorMod(place.hashCode(), 6) == 0)
        .toList();
  }

  /** How many texts each field took; the rest was refused. */
  Map<String, Integer> taken() {
    return Map.copyOf(taken);
  }

  /** Has each kind of thing say a few of these texts, and leaves it to the doors to refuse some. */
  void say(List<String> texts) throws IOException {
    int number = 0;
    for (String text : texts) {
      String line = text.length() > LINE ? text.substring(0, LINE) : text;
      int i = number++;
      switch (i % 7) {
        case 0 -> notice(line);
        case 1 -> ping(text);
        case 2 -> mission(line, text, i);
        case 3 -> priority(line);
        case 4 -> contact(line, text);
        case 5 -> post("staged-content", Map.of("kind", "file", "title", line, "body", text));
        default -> session(line, i);
      }
    }
  }

  /** Has every field say one text. */
  void sayEverywhere(String text, int number) throws IOException {
    notice(text);
    ping(text);
    worker(text, number);
    mission(text, text, 10_000 + number);
    priority(text);
    contact(text, text);
    staged(text, text);
    session(text, 10_000 + number);
  }

  private void notice(String text) {
    post("notifications", Map.of("conversationId", "chief-2026-01-05", "text", text))
        .ifTaken(id -> places.add("notifications/" + id));
  }

  private void ping(String text) {
    post("pings", Map.of("message", text, "conversationId", "chief-2026-01-05"));
  }

  /** Its last line is its summary. */
  private void worker(String text, int number) {
    String script = "cat <<'END OF TEXT'\n" + text + "\nEND OF TEXT\n";
    post("workers", Map.of("primitive", "build", "instructions", script, "priority", number % 100))
        .ifTaken(id -> places.add("workers/" + id));
  }

  private void mission(String name, String prompt, int number) {
    post(
            "scheduled-missions",
            Map.of(
                "slug",
                "hostile-" + number,
                "name",
                name,
                "prompt",
                prompt,
                "primitive",
                "review",
                "schedule",
                "@yearly",
                "timezone",
                "UTC"))
        .ifTaken(id -> places.add("missions/" + id));
  }

  private void priority(String text) {
    post("priorities", Map.of("content", text));
  }

  private void contact(String name, String notes) {
    post("contacts", Map.of("name", name, "email", name, "phone", "+49 30 1", "notes", notes))
        .ifTaken(id -> places.add("contacts/" + id));
  }

  private void staged(String title, String body) {
    post("staged-content", Map.of("kind", "markdown", "title", title, "body", body))
        .ifTaken(id -> places.add("portal/" + id));
  }

  private void session(String text, int number) throws IOException {
    String claudeSession = "hostile-" + number;
    Map<String, Object> more = Map.of("source", "startup", "cwd", "/" + text, "model", text);
    fleet.event(claudeSession, "SessionStart", more);
    fleet.event(
        claudeSession,
        "PreToolUse",
        Map.of("tool_name", text, "tool_use_id", "toolu_" + number, "cwd", "/" + text));
    JsonNode session = fleet.get("sessions?live=true&limit=1").path("items").path(0);
    String id = session.path("id").asString();
    fleet
        .tried("PUT", "sessions/" + id + "/status", Map.of("text", text))
        .ifPresent(said -> taken.merge("status", 1, Integer::sum));
    places.add("fleet/" + session.path("conversationId").asString());
  }

  private Outcome post(String path, Map<String, ?> body) {
    Outcome outcome = new Outcome(fleet.tried("POST", path, body));
    outcome.ifTaken(id -> taken.merge(path, 1, Integer::sum));
    return outcome;
  }

  private record Outcome(Optional<JsonNode> answer) {

    void ifTaken(Consumer<String> work) {
      answer.ifPresent(thing -> work.accept(thing.path("id").asString()));
    }
  }
}
