package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Inspector of the Model Context Protocol lists the tools and calls each of them. */
final class McpInspectorIT {

  private static final JsonMapper JSON = new JsonMapper();

  /** Far more than a connection takes; by itself it gives a busy machine 15 s. */
  private static final String PATIENCE_MILLIS = "50000";

  @TempDir private Path folder;

  @BeforeEach
  void assumeInspector() {
    NpmChecks.assumeInstalled();
  }

  @Test
  void overPipes() throws IOException {
    try (McpScene scene = McpScene.in(Files.createDirectory(folder.resolve("project")))) {
      assertThatEveryToolAnswers(scene, environment -> new Inspector(pipe(scene, environment)));
    }
  }

  @Test
  void overHttp() throws IOException {
    try (McpScene scene = McpScene.in(Files.createDirectory(folder.resolve("project")))) {
      assertThatEveryToolAnswers(scene, environment -> new Inspector(post(scene, environment)));
    }
  }

  private static void assertThatEveryToolAnswers(McpScene scene, AgentClient.Transport transport) {
    new McpTour(scene, transport).assertThatGoodArgumentsAreTaken();
  }

  private static List<String> pipe(McpScene scene, Map<String, String> environment) {
    List<String> args = new ArrayList<>();
    environment.forEach((name, value) -> args.addAll(List.of("-e", name + "=" + value)));
    args.addAll(List.of("--cwd", scene.project().toString(), "--"));
    args.addAll(List.of(Shipped.DISTRIBUTION.resolve("bin/engine").toString(), "mcp"));
    return args;
  }

  private static List<String> post(McpScene scene, Map<String, String> environment) {
    try {
      List<String> args = new ArrayList<>();
      McpPost.headers(environment)
          .forEach((name, value) -> args.addAll(List.of("--header", name + ": " + value)));
      args.addAll(List.of("--header", "Authorization: " + ServingProcess.bearer(scene.project())));
      args.addAll(List.of("--transport", "http", "--server-url"));
      args.add(ServingProcess.address(scene.project()).resolve("mcp").toString());
      return args;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An agent that is the Inspector, a process for each question. */
  private final class Inspector implements AgentClient {

    private final List<String> server;

    Inspector(List<String> server) {
      this.server = server;
    }

    /** It has nothing to say against the schemas either, which others may read more narrowly. */
    @Override
    public List<JsonNode> tools() {
      Shipped.Result listed = run("--method", "tools/list", "--strict");
      assertThat(listed.err()).isEmpty();
      return result(listed).path("tools").valueStream().toList();
    }

    @Override
    public JsonNode call(String tool, String arguments) {
      return result(
          run("--method", "tools/call", "--tool-name", tool, "--tool-args-json", arguments));
    }

    @Override
    public void close() {
      // Each process has ended.
    }

    private Shipped.Result run(String... question) {
      List<String> args = new ArrayList<>(List.of("--cli", "--format", "json"));
      args.addAll(List.of("--connect-timeout", PATIENCE_MILLIS));
      args.addAll(List.of(question));
      args.addAll(server);
      return NpmChecks.run(folder, "mcp-inspector", args);
    }

    private static JsonNode result(Shipped.Result result) {
      assertThat(result.exitCode()).as("%s", result).isZero();
      return JSON.readTree(result.out()).path("result");
    }
  }
}
