package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server of tools as the plugin has the client run it. */
final class PluginToolsIT {

  private static final JsonMapper JSON = new JsonMapper();

  /** As a client begins, to the letter. */
  private static final List<String> BEGINNING =
      List.of(
          "{\"jsonrpc\":\"2.0\",\"id\":\"server-discover-probe-1\",\"method\":\"server/discover\","
              + "\"params\":{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}",
          "{\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
              + "\"capabilities\":{},\"clientInfo\":{\"name\":\"claude-code\",\"version\":\"2.1.330\"}},"
              + "\"jsonrpc\":\"2.0\",\"id\":0}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
          "{\"method\":\"ping\",\"jsonrpc\":\"2.0\",\"id\":1}",
          "{\"method\":\"tools/list\",\"jsonrpc\":\"2.0\",\"id\":2}");

  @TempDir private Path folder;

  @Test
  void itHasTheToolsWhereTheProjectNamesNone() throws IOException {
    Path project = Plugged.project(folder);
    Files.writeString(
        project.resolve(".mcp.json"),
        "{\"mcpServers\":{\"search\":{\"command\":\"/opt/search-engine\",\"args\":[\"mcp\"]}}}");

    Set<String> tools = tools(project, Plugged.with(project, Map.of()));

    assertThat(tools).contains("worker_spawn", "ping_user", "why").hasSizeGreaterThan(20);
  }

  @Test
  void itHasNoneWhereTheProjectNamesEnginesOwn() {
    Path project = Shipped.project(folder);

    List<JsonNode> answers = begin(project, Plugged.with(project, Map.of()));

    assertThatItHasNothing(answers, ".mcp.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"args\":[\"mcp\"],\"command\":\"/d/bin/engine\"}",
        "{\"command\":\"/d/bin/engine\",\n\"args\":[\n\"mcp\",\n\"--project\",\"/p\"]}"
      })
  void inWhicheverFormItIsNamed(String server) throws IOException {
    Path project = Plugged.project(folder);
    Files.writeString(
        project.resolve(".mcp.json"), "{\"mcpServers\":{\"engine\":%s}}".formatted(server));

    List<JsonNode> answers = begin(project, Plugged.with(project, Map.of()));

    assertThatItHasNothing(answers, ".mcp.json");
  }

  @Test
  void itHasNoneInAProjectThatEngineDoesNotKeep() throws IOException {
    List<JsonNode> answers = begin(folder, Plugged.with(folder, Map.of()));

    assertThatItHasNothing(answers, "does not keep this project");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWorkerHasThoseOfItsEngine() throws IOException {
    Path project = Plugged.project(folder);
    Path workspace = project.resolve(".engine/data/outputs/3fa94c01");
    Files.createDirectories(workspace);
    String home = project.resolve(".engine").toString();
    Map<String, String> worker = Map.of("ENGINE_WORKER_ID", "3fa94c01", "ENGINE_HOME", home);

    Set<String> tools = tools(workspace, Plugged.with(workspace, worker));

    assertThat(tools).contains("worker_report");
  }

  private static void assertThatItHasNothing(List<JsonNode> answers, String reason) {
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).path("id").asString()).isEqualTo("server-discover-probe-1");
    assertThat(answers.get(0).path("error").path("code").asInt()).isEqualTo(-32601);
    JsonNode initialised = answers.get(1).path("result");
    assertThat(initialised.path("protocolVersion").asString()).isEqualTo("2025-11-25");
    assertThat(initialised.path("serverInfo").path("name").asString()).isEqualTo("engine");
    assertThat(initialised.path("instructions").asString()).contains(reason);
    assertThat(answers.get(2))
        .isEqualTo(JSON.readTree("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"));
    assertThat(answers.get(3).path("result").path("tools")).isEmpty();
  }

  /** The names of what the server has for a session with {@code environment}. */
  static Set<String> tools(Path project, Map<String, String> environment) {
    return begin(project, environment)
        .getLast()
        .path("result")
        .path("tools")
        .valueStream()
        .map(tool -> tool.path("name").asString())
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> begin(Path project, Map<String, String> environment) {
    Shipped.Result result =
        Shipped.run(
            project,
            List.of(Plugged.ROOT.resolve("bin/engine").toString(), "mcp", "--plugin"),
            String.join("\n", BEGINNING) + "\n",
            environment);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out().lines().map(JSON::readTree).toList();
  }
}
