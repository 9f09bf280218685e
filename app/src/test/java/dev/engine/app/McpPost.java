package dev.engine.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An agent that posts its messages to the running engine of a project. */
final class McpPost implements AgentClient {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What stands in the environment over pipes stands in a header here. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "CLAUDE_CODE_SESSION_ID", Claims.SESSION,
          "ENGINE_WORKER_ID", Claims.WORKER);

  private final Path project;
  private final Map<String, String> environment;

  McpPost(Path project, Map<String, String> environment) {
    this.project = project;
    this.environment = environment;
  }

  /** The headers that say what {@code environment} does. */
  static Map<String, String> headers(Map<String, String> environment) {
    return environment.entrySet().stream()
        .collect(
            Collectors.toMap(
                each -> Objects.requireNonNull(HEADERS.get(each.getKey())), Map.Entry::getValue));
  }

  /** What will be answered to {@code message}. */
  CompletableFuture<HttpResponse<String>> send(String message) {
    return CLIENT.sendAsync(request(message), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public List<JsonNode> tools() {
    return McpMessages.tools(ask(McpMessages.request("tools/list", "{}")));
  }

  @Override
  public JsonNode call(String tool, String arguments) {
    return McpMessages.result(ask(McpMessages.call(tool, arguments)));
  }

  /** What is answered to {@code message}. */
  String ask(String message) {
    return send(message).join().body();
  }

  @Override
  public void close() {
    // Each message is by itself.
  }

  private HttpRequest request(String message) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(ServingProcess.address(project).resolve("mcp"))
              .header("Authorization", ServingProcess.bearer(project))
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .header("MCP-Protocol-Version", "2025-11-25");
      headers(environment).forEach(request::header);
      return request.POST(HttpRequest.BodyPublishers.ofString(message)).build();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
