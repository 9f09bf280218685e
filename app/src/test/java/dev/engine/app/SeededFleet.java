package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A project as it looks after some weeks: 60 live sessions in 40 conversations, 200 workers, 40
 * missions, 2,000 notices in all states, and all else that a dashboard shows.
 */
final class SeededFleet {

  /** Workers are scripts; those that run on wait for a file that nobody makes. */
  private static final String SETTINGS =
      """
      [workers]
      max_parallel = 3
      [workers.profiles.default]
      command = ["/bin/bash", "{instructions_file}"]
      """;

  /** The body of a request that has none. */
  static final Object NOTHING = "";

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path project;

  private SeededFleet(Path project) {
    this.project = project;
  }

  /** A new project in {@code folder} with the rows of such a fleet; nothing serves it yet. */
  static SeededFleet in(Path folder) throws IOException, SQLException {
    Path project = Shipped.project(folder);
    HomeFolder home = HomeFolder.of(project);
    Files.writeString(home.settings(), SETTINGS);
    SeededRows.fill(home.database(), home.outputs());
    for (int i = 1; i <= SeededRows.WORKERS; i++) {
      Path workspace = Files.createDirectories(home.outputs().resolve("%08x".formatted(i)));
      Files.writeString(workspace.resolve("stdout.jsonl"), "part %d\n".formatted(i).repeat(40));
    }
    return new SeededFleet(project);
  }

  /** A new project in {@code folder} with nothing in it but how workers run. */
  static SeededFleet empty(Path folder) throws IOException {
    return empty(folder, SETTINGS);
  }

  /** A new project in {@code folder} with nothing in it but settings. */
  static SeededFleet empty(Path folder, String settings) throws IOException {
    Path project = Shipped.project(folder);
    Files.writeString(HomeFolder.of(project).settings(), settings);
    return new SeededFleet(project);
  }

  Path project() {
    return project;
  }

  /** The rest, through the doors of the engine that serves it now. */
  void complete() throws Exception {
    IntStream.rangeClosed(1, 100).forEach(this::addPriority);
    IntStream.rangeClosed(1, 40).forEach(this::addMission);
    IntStream.rangeClosed(1, 6).forEach(this::addPing);
    List.of("markdown", "link", "file", "json").forEach(this::stage);
    addContacts();
    SeededRows.addSlots(HomeFolder.of(project).database());
    for (int i = 1; i <= 2; i++) {
      post(
          "workers",
          Map.of(
              "primitive", "build", "instructions", "until [ -e go ]; do read -t 1 <> <(:); done"));
    }
  }

  private void addPriority(int number) {
    post(
        "priorities",
        Map.of(
            "content",
            "finish chapter " + number,
            "level",
            List.of("critical", "high", "medium", "low").get(number % 4),
            "pool",
            number % 10 == 0 ? "later" : "main"));
  }

  private void addMission(int number) {
    post(
        "scheduled-missions",
        Map.of(
            "slug",
            "mission-" + number,
            "name",
            "Nightly report " + number,
            "prompt",
            "Summarise the day of team " + number + ".",
            "primitive",
            "review",
            "schedule",
            number % 2 == 0 ? "0 7 * * mon-fri" : "every 6h",
            "timezone",
            "Europe/Berlin"));
  }

  private void addPing(int number) {
    post(
        "pings",
        Map.of(
            "message",
            "May I use library " + number + "?",
            "urgency",
            number == 1 ? "critical" : "high",
            "conversationId",
            "project-00000001"));
  }

  private void stage(String kind) {
    Map<String, String> bodies =
        Map.of(
            "markdown", "# A report\n\nAll is **well**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            "link", "https://example.org/report",
            "file", "first line\nsecond line\n",
            "json", "{\"passed\":12,\"failed\":0}");
    for (int number = 1; number <= 3; number++) {
      post(
          "staged-content",
          Map.of(
              "kind",
              kind,
              "title",
              "%s %d to look at".formatted(kind, number),
              "body",
              bodies.get(kind),
              "conversationId",
              "project-00000001"));
    }
  }

  private void addContacts() throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder("name,email,phone,notes,tags\n");
    for (int i = 1; i <= 200; i++) {
      table.append(
          "Person %d,person%d@example.org,,met at conference %d,team\n".formatted(i, i, i));
    }
    HttpRequest request =
        request("contacts/import")
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(table.toString()))
            .build();
    taken(sent(request));
  }

  /** Has the engine do something; gives what it answers. */
  JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  /** Puts something in its place. */
  JsonNode put(String path, Object body) {
    return send("PUT", path, body);
  }

  /** Has the engine do something by any method, with these headers and their values. */
  JsonNode send(String method, String path, Object body, String... headers) {
    return taken(keyed(method, path, body, headers));
  }

  /** Has the engine do something that it may refuse as wrong input: then there is no answer. */
  Optional<JsonNode> tried(String method, String path, Object body) {
    HttpResponse<String> answer = keyed(method, path, body);
    return answer.statusCode() == 400 ? Optional.empty() : Optional.of(taken(answer));
  }

  JsonNode get(String path) {
    return taken(sent(request(path).build()));
  }

  /** A link that opens the dashboard once. */
  URI link() throws IOException {
    HttpRequest request = request("dashboard-codes").POST(BodyPublishers.noBody()).build();
    return ServingProcess.address(project).resolve(taken(sent(request)).path("path").asString());
  }

  /** An event of a client that posts its hooks. */
  void event(String claudeSession, String event, Map<String, ?> more) throws IOException {
    Map<String, Object> payload = new LinkedHashMap<>(more);
    payload.put("session_id", claudeSession);
    payload.put("hook_event_name", event);
    hear(event, payload, Map.of());
  }

  /** What a client posts, of what it says is an event {@code name}. */
  void hear(String name, Map<String, ?> payload, Map<String, String> headers) throws IOException {
    String place = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ServingProcess.address(project).resolve("/hooks/" + place))
            .header("Authorization", ServingProcess.bearer(project))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(payload)));
    headers.forEach(request::header);
    taken(sent(request.build()));
  }

  /** An event of a client, through a hook process of its own. */
  void hook(String claudeSession, String event, String more) {
    String payload =
        """
        {"session_id":"%s","hook_event_name":"%s","cwd":"/home/dev/project"%s}\
        """
            .formatted(claudeSession, event, more.isEmpty() ? "" : "," + more);
    Shipped.Result result = Shipped.hook(project, payload, event);
    assertThat(result.exitCode()).as(result.toString()).isZero();
  }

  private HttpRequest.Builder request(String path) {
    try {
      return HttpRequest.newBuilder(ServingProcess.address(project).resolve("/api/v1/" + path))
          .header("Authorization", ServingProcess.bearer(project));
    } catch (IOException noEngine) {
      throw new IllegalStateException(noEngine);
    }
  }

  /** As a client that would send it again sends it. */
  private HttpResponse<String> keyed(String method, String path, Object body, String... headers) {
    if (!method.equals("POST")) {
      return answer(method, path, body, headers);
    }
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
    return answer(method, path, body, all.toArray(String[]::new));
  }

  /** What the engine answers to a request, whatever it is. */
  HttpResponse<String> answer(String method, String path, Object body, String... headers) {
    HttpRequest.Builder request = request(path);
    if (body.equals(NOTHING)) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return sent(request.build());
  }

  private static HttpResponse<String> sent(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JsonNode taken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }
}
