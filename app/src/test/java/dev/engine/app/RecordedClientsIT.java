package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs of the real client, fired through the hooks that {@code engine init} installed. */
final class RecordedClientsIT {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2.1.197", "2.1.330"})
  void clearAndCompactKeepTheConversation(String version) {
    Path project = project(version);

    replay(project, version);

    JsonNode sessions = engineJson(project, "session", "list", "--json");
    assertThat(sessions).hasSize(2);
    JsonNode after = sessions.get(0);
    JsonNode before = sessions.get(1);
    assertThat(after.path("conversationId")).isEqualTo(before.path("conversationId"));
    assertThat(after.path("previousSessionId")).isEqualTo(before.path("id"));
    assertThat(after.path("continuation").asString()).isEqualTo("clear");
    assertThat(before.path("continuation").asString()).isEqualTo("compact");
    assertThat(before.path("endReason").asString()).isEqualTo("clear");
    assertThat(after.path("endReason").asString()).isEqualTo("other");
    assertThat(after.path("mode").asString()).isEqualTo("background");
  }

  /** One that it does not send is harmless; one that is not registered is lost. */
  @ParameterizedTest
  @ValueSource(strings = {"2.0.76", "2.1.197", "2.1.330"})
  void eachEventThatAClientWasSeenToSendIsRegistered(String version) {
    Path project = project(version);

    Set<String> registered = InstalledHooks.of(project).events();

    assertThat(registered)
        .containsAll(
            payloads(version).stream()
                .map(payload -> payload.path("hook_event_name").asString())
                .toList());
  }

  @Test
  void theOldestClientKeepsItsSessionOverClear() {
    Path project = project("2.0.76");

    replay(project, "2.0.76");

    JsonNode sessions = engineJson(project, "session", "list", "--json");
    assertThat(sessions).hasSize(1);
    assertThat(sessions.get(0).path("continuation").asString()).isEqualTo("compact");
    assertThat(sessions.get(0).path("endReason").asString()).isEqualTo("other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0.76", "2.1.197", "2.1.330"})
  void statusCountsWhatIsStillAlive(String version) {
    Path project = project(version);
    List<String> payloads = Recording.lines("v%s-compact-and-clear".formatted(version));
    InstalledHooks hooks = InstalledHooks.of(project);
    payloads.stream()
        .limit(payloads.size() - 1)
        .forEach(payload -> fire(hooks, project, version, payload));

    JsonNode status = engineJson(project, "status", "--json");

    assertThat(status.path("conversations")).hasSize(1);
    assertThat(status.path("live")).hasSize(1);
    assertThat(status.path("live").get(0).path("state").asString()).isEqualTo("idle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1.197", "2.1.330"})
  void aToolCalledAfterClearIsCalledByTheNewSession(String version) throws IOException {
    Path project = project(version);
    List<JsonNode> payloads = payloads(version);
    Map<String, String> ofTheFirst =
        Map.of("CLAUDE_CODE_SESSION_ID", payloads.getFirst().path("session_id").asString());
    Map<String, String> callers = new HashMap<>();

    try (ServingProcess engine = ServingProcess.start(project);
        McpPipe pipe = McpPipe.open(project, ofTheFirst)) {
      assertThat(engine.pid()).isPositive();
      McpPost post = new McpPost(project, ofTheFirst);
      InstalledHooks hooks = InstalledHooks.of(project);
      for (JsonNode payload : payloads) {
        fire(hooks, project, version, payload.toString());
        if (payload.path("hook_event_name").asString().equals("PreToolUse")) {
          String use = payload.path("tool_use_id").asString();
          HookStore.of(project).awaitToolCall(use);
          String call = McpMessages.call("session_status", "{\"status\":\"the tests\"}", use);
          String caller = caller(pipe.ask(call));
          assertThat(caller(post.ask(call))).isEqualTo(caller);
          callers.put(payload.path("session_id").asString(), caller);
        }
      }
    }

    Map<String, String> sessions = new HashMap<>();
    engineJson(project, "session", "list", "--json")
        .forEach(
            session ->
                sessions.put(
                    session.path("claudeSessionId").asString(), session.path("id").asString()));
    assertThat(callers).hasSize(2).isEqualTo(sessions);
  }

  private static List<JsonNode> payloads(String version) {
    return Recording.lines("v%s-compact-and-clear".formatted(version)).stream()
        .map(JSON::readTree)
        .toList();
  }

  /** The session that a tool has taken for its caller. */
  private static String caller(String answer) {
    return McpMessages.result(answer).path("structuredContent").path("id").asString();
  }

  private Path project(String version) {
    Shipped.Result init =
        Shipped.engine(
            folder, "init", "--project", folder.toString(), "--yes", "--client-version", version);
    assertThat(init.exitCode()).as(init.err()).isZero();
    return folder;
  }

  private static void replay(Path project, String version) {
    InstalledHooks hooks = InstalledHooks.of(project);
    Recording.lines("v%s-compact-and-clear".formatted(version))
        .forEach(payload -> fire(hooks, project, version, payload));
  }

  private static void fire(InstalledHooks hooks, Path project, String version, String payload) {
    String event = JSON.readTree(payload).path("hook_event_name").asString();
    List<InstalledHooks.Result> results = hooks.fire(event, payload, environment(version, project));
    assertThat(results).allMatch(new InstalledHooks.Result(0, "", "")::equals);
  }

  /** What each version adds to the environment of its hooks, as far as anybody reads it. */
  private static Map<String, String> environment(String version, Path project) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CLAUDE_PROJECT_DIR", project.toString());
    environment.put("CLAUDE_CODE_ENTRYPOINT", "sdk-cli");
    if (version.equals("2.1.330")) {
      environment.put("CLAUDE_PID", Long.toString(ProcessHandle.current().pid()));
    }
    return environment;
  }

  private static JsonNode engineJson(Path project, String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--project";
    all[args.length + 1] = project.toString();
    Shipped.Result result = Shipped.engine(project, all);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return JSON.readTree(result.out());
  }
}
