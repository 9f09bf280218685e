package dev.engine.app;

import static dev.engine.domain.notification.NotificationType.MESSAGE;

import dev.engine.domain.Page;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.session.SessionFilter;
import dev.engine.host.serving.LoopbackCalls;
import dev.engine.host.serving.PrivateRunFiles;
import dev.engine.persistence.SqliteStorage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the build runs while a JVM watches, so that its AOT cache holds the classes that a real run
 * needs: {@code Training hook|engine|mcp|serve SCRATCH}, where {@code SCRATCH/project} has been
 * initialised.
 */
final class Training {

  private final Path project;

  private Training(Path project) {
    this.project = project;
  }

  /** Runs one of the programs the way it is run most. */
  public static void main(String[] args) {
    Training training = new Training(Path.of(args[1]).resolve("project"));
    switch (args[0]) {
      case "hook" -> training.hook();
      case "engine" -> training.engine();
      case "mcp" -> training.mcp();
      case "serve" -> training.serve();
      default -> throw new IllegalArgumentException("hook, engine, mcp or serve, got " + args[0]);
    }
  }

  /** A session from its start to its end, a second one after a clear, and what is no event. */
  private void hook() {
    Map<String, String> environment =
        Map.of("CLAUDE_PID", Long.toString(ProcessHandle.current().pid()));
    List<String> events = Recording.lines("v2.1.330-compact-and-clear");
    for (String payload : events) {
      HookMain.answer(
          environment,
          new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)),
          "--home",
          project.resolve(".engine").toString());
      leaveAMessage();
    }
    HookMain.answer(environment, new ByteArrayInputStream(new byte[] {'{'}), "Stop");
  }

  /** For the next hook that can tell it; the same again is the same. */
  private void leaveAMessage() {
    HomeFolder home = HomeFolder.of(project);
    try (SqliteStorage storage =
        SqliteStorage.open(home.database(), Duration.ofSeconds(5), new SplittableRandom())) {
      storage.sessionViews().list(SessionFilter.LIVE, Page.FIRST).items().stream()
          .map(
              session -> new Notice(session.conversation(), MESSAGE, "training", "Hello", "Go on."))
          .forEach(notice -> storage.notifications().queue(notice, Instant.EPOCH));
    }
  }

  private void engine() {
    List<List<String>> commands =
        List.of(
            List.of("--help"),
            List.of("status"),
            List.of("status", "--json"),
            List.of("session", "list"),
            List.of("session", "list", "--json"),
            List.of("session", "show", "00000000"),
            List.of("events", "tail"),
            List.of("events", "tail", "--json"),
            List.of("conversation", "list"),
            List.of("notification", "list", "--json"),
            List.of("attention"),
            List.of("db", "status"));
    for (List<String> command : commands) {
      Main.run(
          Map.of("ENGINE_HOME", project.resolve(".engine").toString()),
          command.toArray(String[]::new));
    }
  }

  /** A client that connects, lists and calls a tool of each kind. */
  private void mcp() {
    String messages =
        Stream.of(
                request("server/discover", "{}"),
                request(
                    "initialize",
                    """
                    {"protocolVersion":"2025-11-25","capabilities":{},\
                    "clientInfo":{"name":"training","version":"1"}}\
                    """),
                request("tools/list", "{}"),
                request("prompts/list", "{}"),
                request("resources/list", "{}"),
                request("tools/call", "{\"name\":\"session_list\",\"arguments\":{}}"),
                request("tools/call", "{\"name\":\"brief\",\"arguments\":{}}"),
                request(
                    "tools/call", "{\"name\":\"ping_user\",\"arguments\":{\"message\":\"Hello\"}}"))
            .collect(Collectors.joining("\n"));
    InputStream stdin = System.in;
    System.setIn(new ByteArrayInputStream(messages.getBytes(StandardCharsets.UTF_8)));
    try {
      Main.run(Map.of("ENGINE_HOME", project.resolve(".engine").toString()), "mcp");
    } finally {
      System.setIn(stdin);
    }
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }

  /** An engine from its start to its end, which comes with the end of this process. */
  private void serve() {
    HomeFolder home = HomeFolder.of(project);
    Map<String, String> environment = Map.of("ENGINE_HOME", home.toString());
    Thread.ofPlatform().daemon().start(() -> Main.run(environment, "serve", "--port", "0"));
    PrivateRunFiles files = new PrivateRunFiles();
    ThreadPauses pauses = new ThreadPauses();
    Optional<Endpoint> endpoint = files.endpoint(home);
    while (endpoint.isEmpty()) {
      pauses.pause(Duration.ofMillis(10)); // the build waits for as long as it takes
      endpoint = files.endpoint(home);
    }
    LoopbackCalls calls = new LoopbackCalls();
    calls.isReady(endpoint.get(), files.token(home));
    calls.dashboardLink(endpoint.get(), files.token(home));
    pauses.pause(Duration.ofSeconds(2)); // each loop has its first round
    System.exit(0); // as a signal would
  }
}
