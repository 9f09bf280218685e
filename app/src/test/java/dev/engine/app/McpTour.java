package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Every tool, called with arguments with which it does something, and with such as it refuses. */
final class McpTour {

  /** A tool in braces stands for the id in what that tool has answered. */
  private static final List<Step> STEPS =
      List.of(
          new Step("session_status", "{'status':'the tests'}"),
          new Step("session_list", "{'ended':true,'limit':5}"),
          new Step("conversation_show", "{}"),
          new Step(
              "notify", "{'conversation':'chief-2026-01-05','text':'Moved.','urgency':'high'}"),
          new Step("notifications_read", "{'conversation':'chief-2026-01-05','waiting':true}"),
          new Step("ping_user", "{'message':'Deploy now?','urgency':'high'}"),
          new Step("ping_show", "{'ping':'{ping_user}'}"),
          new Step(
              "worker_spawn",
              "{'primitive':'build','instructions':'%s','priority':5,'timeout':'5m'}"
                  .formatted(McpScene.ENDLESS)),
          new Step("worker_show", "{'worker':'{worker_spawn}'}"),
          new Step("worker_list", "{'limit':10}"),
          new Step("worker_cancel", "{'worker':'{worker_spawn}'}"),
          new Step("worker_report", "{'status':'halfway'}"),
          new Step(
              "mission_schedule",
              "{'slug':'nightly','prompt':'true','schedule':'@daily','timezone':'Europe/Berlin'}"),
          new Step("mission_list", "{}"),
          new Step("mission_run", "{'mission':'nightly'}"),
          new Step("priority_list", "{}"),
          new Step("priority_add", "{'content':'Answer Ada','pool':'errands','level':'high'}"),
          new Step("priority_complete", "{'priority':'{priority_add}'}"),
          new Step(
              "contact_save", "{'name':'Ada\u00e4','email':'ada@example.com','tags':['poet']}"),
          new Step("contact_find", "{'text':'ada','tag':'poet'}"),
          new Step("stage_content", "{'title':'Plan','body':'# Plan','expiresIn':'7d'}"),
          new Step("staged_list", "{'resolved':true}"),
          new Step("attention_list", "{}"),
          new Step("why", "{'id':'{ping_user}'}"),
          new Step("brief", "{'within':'2h'}"));

  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

  private final McpScene scene;
  private final AgentClient.Transport transport;

  McpTour(McpScene scene, AgentClient.Transport transport) {
    this.scene = scene;
    this.transport = transport;
  }

  /**
   * A call.
   *
   * @param arguments JSON with single quotes
   */
  private record Step(String tool, String arguments) {

    String filled(Map<String, JsonNode> answers) {
      return PLACE
          .matcher(arguments.replace('\'', '"'))
          .replaceAll(place -> Matcher.quoteReplacement(id(answers, place.group(1))));
    }

    private static String id(Map<String, JsonNode> answers, String tool) {
      return structured(answers, tool).path("id").asString();
    }
  }

  /** Sees to it that every tool there is does what it is asked for. */
  void assertThatGoodArgumentsAreTaken() {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    try (AgentClient session = transport.open(scene.asSession());
        AgentClient worker = transport.open(scene.asWorker())) {
      for (Step step : STEPS) {
        AgentClient client = step.tool().equals("worker_report") ? worker : session;
        JsonNode answer = client.call(step.tool(), step.filled(answers));
        assertThat(answer.path("isError").asBoolean(true)).as("%s: %s", step, answer).isFalse();
        assertThat(answer.path("structuredContent").isObject()).as("%s", step).isTrue();
        assertThat(answer.path("content").path(0).path("text").asString()).isNotBlank();
        answers.put(step.tool(), answer);
      }

      assertThat(answers.keySet()).isEqualTo(names(session));
    }
    assertThat(statuses(answers)).containsExactly("the tests", "halfway");
  }

  /** Sees to it that no tool takes what its schema does not allow. */
  void assertThatBadArgumentsAreRefused() {
    try (AgentClient session = transport.open(scene.asSession())) {
      for (JsonNode tool : session.tools()) {
        String name = tool.get("name").asString();
        refused(session, name, "{\"surprise\":1}");
        for (String argument : tool.path("inputSchema").path("properties").propertyNames()) {
          refused(session, name, "{\"%s\":null}".formatted(argument));
        }
      }
    }
  }

  private static void refused(AgentClient client, String tool, String arguments) {
    JsonNode answer = client.call(tool, arguments);
    assertThat(answer.path("isError").asBoolean())
        .as("%s %s: %s", tool, arguments, answer)
        .isTrue();
    assertThat(answer.path("content").path(0).path("text").asString())
        .as("%s %s", tool, arguments)
        .matches("(?s)ENG-1[0-9]{3} .{10,}");
  }

  private static Set<String> names(AgentClient client) {
    return client.tools().stream()
        .map(tool -> tool.get("name").asString())
        .collect(Collectors.toSet());
  }

  /** What the session and the worker have said that they do: two different callers. */
  private static List<String> statuses(Map<String, JsonNode> answers) {
    return List.of("session_status", "worker_report").stream()
        .map(tool -> structured(answers, tool).path("statusText").asString())
        .toList();
  }

  private static JsonNode structured(Map<String, JsonNode> answers, String tool) {
    return Objects.requireNonNull(answers.get(tool), tool).path("structuredContent");
  }
}
