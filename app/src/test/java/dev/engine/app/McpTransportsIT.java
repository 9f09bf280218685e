package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every tool, over pipes with and without an engine, and over HTTP. */
final class McpTransportsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Who calls, by what the environment says. */
  private static final String SESSION = "4d6ea06e-0000-4000-8000-000000000001";

  @TempDir private Path folder;

  @Test
  void overPipesWhileNoEngineRuns() {
    Path project = projectWithASession();

    assertThatEveryToolAnswers(messages -> overPipes(project, messages));
  }

  @Test
  void overPipesThroughTheRunningEngine() throws IOException {
    Path project = projectWithASession();
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(engine.pid()).isPositive();
      assertThatEveryToolAnswers(messages -> overPipes(project, messages));
    }
  }

  @Test
  void overHttp() throws IOException {
    Path project = projectWithASession();
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(engine.pid()).isPositive();
      assertThatEveryToolAnswers(messages -> overHttp(project, messages));
    }
  }

  @Test
  void aServerOutlivesTheEngineAndFindsTheNextOne() throws IOException {
    Path project = projectWithASession();
    ProcessBuilder builder =
        new ProcessBuilder(Shipped.DISTRIBUTION.resolve("bin/engine").toString(), "mcp")
            .directory(project.toFile());
    builder.environment().put("CLAUDE_CODE_SESSION_ID", SESSION);
    Process server = builder.start();
    try (BufferedWriter in = server.outputWriter();
        BufferedReader out = server.inputReader()) {
      String ping = request("tools/call", call("ping_user", "{\"message\":\"Round\"}"));
      List<String> answers = new ArrayList<>();
      try (ServingProcess engine = ServingProcess.start(project)) {
        assertThat(engine.pid()).isPositive();
        answers.add(answered(ping, in, out));
      }
      answers.add(answered(ping, in, out));
      try (ServingProcess engine = ServingProcess.start(project)) {
        assertThat(engine.pid()).isPositive();
        answers.add(answered(ping, in, out));
      }
      assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("\"isError\":false"));
    } finally {
      server.destroy();
    }
    Shipped.Result pings = Shipped.engine(project, "ping", "list", "--json");
    assertThat(JSON.readTree(pings.out())).hasSize(3);
  }

  private static String answered(String message, BufferedWriter in, BufferedReader out)
      throws IOException {
    in.write(message + "\n");
    in.flush();
    return out.readLine();
  }

  /** Sends messages in their order, and returns what was answered to each. */
  private static void assertThatEveryToolAnswers(Function<List<String>, List<JsonNode>> transport) {
    List<JsonNode> tools =
        transport
            .apply(List.of(request("tools/list", "{}")))
            .getFirst()
            .path("result")
            .path("tools")
            .valueStream()
            .toList();
    List<String> bad = new ArrayList<>();
    for (JsonNode tool : tools) {
      String name = tool.get("name").asString();
      bad.add(request("tools/call", call(name, "{\"surprise\":1}")));
      for (String argument : tool.path("inputSchema").path("properties").propertyNames()) {
        bad.add(request("tools/call", call(name, "{\"%s\":null}".formatted(argument))));
      }
    }
    List<String> good =
        GOOD.entrySet().stream()
            .map(each -> request("tools/call", call(each.getKey(), each.getValue())))
            .toList();

    assertThat(tools).extracting(tool -> tool.get("name").asString()).containsAll(GOOD.keySet());
    assertThat(transport.apply(good))
        .hasSameSizeAs(good)
        .allSatisfy(
            answer -> {
              assertThat(answer.path("result").path("isError").asBoolean(true))
                  .as("%s", answer)
                  .isFalse();
              assertThat(answer.path("result").path("structuredContent").isObject()).isTrue();
            });
    assertThat(transport.apply(bad))
        .hasSameSizeAs(bad)
        .allSatisfy(
            answer -> {
              assertThat(answer.path("result").path("isError").asBoolean())
                  .as("%s", answer)
                  .isTrue();
              assertThat(answer.path("result").path("content").path(0).path("text").asString())
                  .matches("(?s)ENG-1[0-9]{3} .{10,}");
            });
  }

  /** Arguments with which a tool does something whatever was there before. */
  private static final Map<String, String> GOOD =
      Map.ofEntries(
          Map.entry("session_status", "{\"status\":\"the tests\"}"),
          Map.entry("session_list", "{}"),
          Map.entry("conversation_show", "{}"),
          Map.entry("notify", "{\"conversation\":\"chief-2026-01-05\",\"text\":\"Moved.\"}"),
          Map.entry("notifications_read", "{\"waiting\":true}"),
          Map.entry("ping_user", "{\"message\":\"Deploy now?\"}"),
          Map.entry("worker_spawn", "{\"primitive\":\"research\",\"instructions\":\"Compare.\"}"),
          Map.entry("worker_list", "{}"),
          Map.entry("mission_list", "{}"),
          Map.entry("priority_list", "{}"),
          Map.entry("priority_add", "{\"content\":\"Answer Ada\",\"pool\":\"errands\"}"),
          Map.entry("contact_find", "{\"text\":\"ada\"}"),
          Map.entry("contact_save", "{\"name\":\"Ada\u00e4\"}"),
          Map.entry("stage_content", "{\"title\":\"Plan\",\"body\":\"# Plan\"}"),
          Map.entry("staged_list", "{}"),
          Map.entry("attention_list", "{}"),
          Map.entry("brief", "{\"within\":\"2h\"}"));

  private static List<JsonNode> overPipes(Path project, List<String> messages) {
    Shipped.Result result =
        Shipped.run(
            project,
            List.of(Shipped.DISTRIBUTION.resolve("bin/engine").toString(), "mcp"),
            String.join("\n", messages) + "\n",
            Map.of("CLAUDE_CODE_SESSION_ID", SESSION));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out().lines().map(JSON::readTree).toList();
  }

  private static List<JsonNode> overHttp(Path project, List<String> messages) {
    return messages.stream().map(message -> JSON.readTree(posted(project, message))).toList();
  }

  private static String posted(Path project, String message) {
    try {
      String[] endpoint =
          Files.readString(project.resolve(".engine/run/endpoint")).strip().split(" ", -1);
      String token = Files.readString(project.resolve(".engine/run/token")).strip();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://%s:%s/mcp".formatted(endpoint[0], endpoint[1])))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .header("MCP-Protocol-Version", "2025-11-25")
              .header("X-Claude-Session-Id", SESSION)
              .POST(HttpRequest.BodyPublishers.ofString(message))
              .build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private Path projectWithASession() {
    Path project = Shipped.project(folder);
    Shipped.Result started =
        Shipped.hook(
            project,
            """
            {"session_id":"%s","hook_event_name":"SessionStart","source":"startup"}\
            """
                .formatted(SESSION),
            "--awaited",
            "SessionStart");
    assertThat(started.err()).isEmpty();
    return project;
  }

  private static String call(String tool, String arguments) {
    return "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments);
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }
}
