package dev.engine.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says the many hostile texts that are not made for pages: each by one kind of thing, and all of
 * them at once wherever a long text may stand. What a thing refuses it does not take.
 */
final class HostileRest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final int LINE = 180;

  /** As much as a priority holds, less what one text may have. */
  private static final int SCREENFUL = 1_700;

  /** So many fit into what a worker can be told. */
  private static final int MESSAGES = 150;

  private final SeededFleet fleet;
  private final HostileSaid said;

  HostileRest(SeededFleet fleet, HostileSaid said) {
    this.fleet = fleet;
    this.said = said;
  }

  /** Has each text said by one thing, of all kinds in turn; the lists of all show it. */
  void spread(List<String> texts) throws IOException {
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      String line = text.length() > LINE ? text.substring(0, LINE) : text;
      switch (i % 6) {
        case 0 ->
            tried("notifications", Map.of("conversationId", HostileFleet.CHIEF, "text", text))
                .ifPresent(one -> said.seenAt("notifications", read(one, "title")));
        case 1 ->
            tried("priorities", Map.of("content", text, "pool", "rest"))
                .ifPresent(one -> said.seenAt("priorities?pool=rest", read(one, "content")));
        case 2 ->
            tried("contacts", Map.of("name", line, "email", line, "notes", text))
                .ifPresent(one -> said.seenAt("contacts", read(one, "name"), read(one, "email")));
        case 3 -> staged("file", line, text);
        case 4 -> staged("markdown", line, text);
        default -> session(line, i);
      }
    }
  }

  private void staged(String kind, String title, String body) {
    tried("staged-content", Map.of("kind", kind, "title", title, "body", body))
        .ifPresent(
            one -> {
              seen("portal/", one, "title");
              said.seenAt("portal/" + read(one, "id"), body);
            });
  }

  private void session(String text, int number) throws IOException {
    String id = "rest-" + number;
    fleet.event(id, "SessionStart", Map.of("cwd", "/" + text, "model", text));
    fleet.event(id, "PreToolUse", Map.of("tool_name", text, "tool_use_id", "toolu_" + number));
    JsonNode session = fleet.get("sessions?live=true&limit=1").path("items").path(0);
    said.seenAt("fleet", read(session, "model"), text);
  }

  private Optional<JsonNode> tried(String path, Map<String, ?> body) {
    return fleet.tried("POST", path, body);
  }

  private void seen(String view, JsonNode one, String... fields) {
    said.seenAt(
        view + read(one, "id"),
        Stream.of(fields).map(field -> read(one, field)).toArray(String[]::new));
  }

  private static String read(JsonNode one, String field) {
    return one.path(field).asString();
  }

  /** Has all of them said at once by what holds them all, or a screenful each. */
  void together(List<String> texts) {
    String all = String.join("\n", texts);
    JsonNode notice =
        fleet.post("notifications", Map.of("conversationId", HostileFleet.CHIEF, "text", all));
    seen("notifications/", notice, "body");
    JsonNode contact = fleet.post("contacts", Map.of("name", "All", "notes", all));
    seen("contacts/", contact, "notes");
    said.editedAt("contacts/" + read(contact, "id"), read(contact, "notes"));
    for (String kind : List.of("file", "markdown")) {
      JsonNode item =
          fleet.post("staged-content", Map.of("kind", kind, "title", "All", "body", all));
      said.seenAt("portal/" + read(item, "id"), all);
    }
    StringBuilder screenful = new StringBuilder();
    for (String text : texts) {
      screenful.append(text).append(' ');
      if (screenful.length() > SCREENFUL) {
        priority(screenful.toString());
        screenful.setLength(0);
      }
    }
    priority(screenful.toString());
  }

  private void priority(String text) {
    fleet.post("priorities", Map.of("content", text, "pool", "screenfuls"));
    said.seenAt("priorities?pool=screenfuls", text, "Complete " + text);
  }

  /** Has workers print all of them as a client does, in whatever of its messages has a text. */
  void printed(List<String> texts, HostileWork work) {
    for (int from = 0; from < texts.size(); from += MESSAGES) {
      List<String> some = texts.subList(from, Math.min(from + MESSAGES, texts.size()));
      String log = String.join("\n", some.stream().map(HostileRest::line).toList());
      work.print(log + "\nThat was all.", some);
    }
  }

  private static String line(String text) {
    List<Map<String, ?>> parts =
        List.of(
            Map.of("type", "text", "text", text),
            Map.of("type", "thinking", "thinking", text),
            Map.of("type", "tool_use", "name", text, "input", Map.of(text, text)),
            Map.of("type", "tool_result", "content", text));
    return JSON.writeValueAsString(
        Map.of("type", "assistant", "message", Map.of("content", parts)));
  }
}
