package dev.engine.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Sessions of which all that their clients tell is hostile. */
final class HostileSessions {

  /** What a client tells with any event; those of which nothing is kept too. */
  private static final List<String> ALWAYS =
      List.of(
          "cwd",
          "model",
          "transcript_path",
          "source",
          "reason",
          "notification_type",
          "message",
          "trigger");

  private final SeededFleet fleet;
  private final HostileSaid said;

  HostileSessions(SeededFleet fleet, HostileSaid said) {
    this.fleet = fleet;
    this.said = said;
  }

  /** Has a new session say a text by every field of its hooks. */
  void say(String text) throws IOException {
    Map<String, Object> told = new LinkedHashMap<>();
    ALWAYS.forEach(field -> told.put(field, said.by("hook " + field, text)));
    String id = visible(said.by("hook session_id", text));
    Map<String, String> environment = environment(text);
    event(id, "SessionStart", told, environment);
    JsonNode session = fleet.get("sessions?live=true&limit=1").path("items").path(0);
    String timeline = "timeline/%s?session=" + session.path("id").asString();
    said.seenAt(timeline.formatted(started(session)), HostileFleet.inJson(id));

    told.put("tool_name", said.by("hook tool_name", text));
    told.put("tool_use_id", visible(said.by("hook tool_use_id", text)));
    event(id, "PreToolUse", told, environment);
    told.put("agent_id", said.by("hook agent_id", text));
    event(id, "SubagentStop", told, environment);
    said.seenAt(
        "fleet/" + session.path("conversationId").asString(),
        String.valueOf(told.get("cwd")),
        String.valueOf(told.get("model")),
        String.valueOf(told.get("tool_name")),
        String.valueOf(environment.get("X-Tmux-Pane")));
    status(session, text);
    message(session, text);
    unknown(id, text, timeline);
  }

  private void status(JsonNode session, String text) {
    String status = said.by("SessionStatusRequest.text", text);
    fleet.send(
        "PUT", "sessions/" + session.path("id").asString() + "/status", Map.of("text", status));
    said.seenAt("fleet/" + session.path("conversationId").asString(), status);
    said.seenAt("fleet", status);
  }

  private void message(JsonNode session, String text) {
    String body = said.by("SendToSessionRequest.text", text);
    String id = session.path("id").asString();
    JsonNode sent = fleet.post("sessions/" + id + "/send", Map.of("text", body));
    said.seenAt("notifications/" + sent.path("id").asString(), body);
  }

  /** An event that Engine does not know, by the payload's name of it or else by the path's. */
  private void unknown(String id, String text, String timeline) throws IOException {
    String name = said.by("hook hook_event_name", text);
    event(id, name, Map.of(), Map.of());
    said.seenAt(timeline.formatted(latest()), HostileFleet.inJson(name));
    String inPath = said.by("hearHook event", text).replace('/', '|');
    fleet.hear(inPath, Map.of("session_id", id), Map.of());
    said.seenAt(timeline.formatted(latest()), HostileFleet.inJson(inPath));
  }

  private String latest() {
    return position(fleet.get("events?limit=1&kind=session.unknown_event"));
  }

  private String started(JsonNode session) {
    String id = session.path("id").asString();
    return position(fleet.get("events?limit=1&kind=session.started&session=" + id));
  }

  private static String position(JsonNode events) {
    return events.path("items").path(0).path("position").asString();
  }

  private Map<String, String> environment(String text) {
    Map<String, String> environment = new TreeMap<>();
    for (Map.Entry<String, String> header :
        Map.of(
                "TMUX_PANE", "X-Tmux-Pane",
                "TMUX", "X-Tmux",
                "ROLE", "X-Engine-Role",
                "MODE", "X-Engine-Mode",
                "CONVERSATION", "X-Engine-Conversation-Id",
                "WORKER", "X-Engine-Worker-Id",
                "CLAUDE_PID", "X-Claude-Pid",
                "ENTRYPOINT", "X-Claude-Entrypoint",
                "AWAITED", "X-Engine-Awaited")
            .entrySet()) {
      environment.put(header.getValue(), ascii(said.by("hook header " + header.getKey(), text)));
    }
    return environment;
  }

  private void event(
      String id, String name, Map<String, Object> more, Map<String, String> environment)
      throws IOException {
    Map<String, Object> payload = new HashMap<>(more);
    payload.put("session_id", id);
    payload.put("hook_event_name", name);
    fleet.hear("Any", payload, environment);
  }

  /** Without blanks, which this field does not take; markup takes a stroke in place of them. */
  private static String visible(String text) {
    String line = ascii(text).replace(' ', '/');
    return line.length() > 128 ? line.substring(line.length() - 128) : line;
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "");
  }
}
