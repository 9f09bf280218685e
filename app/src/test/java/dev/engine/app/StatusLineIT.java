package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.Shipped.Result;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status line that {@code engine init} puts into the settings, run as the client runs it. */
final class StatusLineIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  /** Prints what it is given, in the middle of a line without an end. */
  private static final String ECHO = "printf 'mine: '; tr -d '\\n'";

  @TempDir private Path folder;

  private Path project;
  private Path person;

  @BeforeEach
  void makeFolders() throws IOException {
    project = Files.createDirectory(folder.resolve("it's a project"));
    person = Files.createDirectory(folder.resolve("person"));
  }

  @Test
  void aReadingIsStoredAndThePersonsOwnLinePrinted() throws Exception {
    personHas(ECHO);
    init();
    try (ServingProcess engine = ServingProcess.start(project)) {
      Shipped.hook(project, "{\"session_id\":\"a\",\"source\":\"startup\"}", "SessionStart");

      Result drawn = draw(used(71));

      assertThat(drawn).isEqualTo(new Result(0, "mine: " + used(71), ""));
      assertThat(sessionOnce("contextPercent").path("contextPercent").asInt()).isEqualTo(71);
      assertThat(engine.end()).isZero();
    }
    assertThat(HookStore.of(project).events()).containsExactly("SessionStart");
  }

  @Test
  void manyLinesAtOnceWarnOnce() throws Exception {
    init();
    try (ServingProcess engine = ServingProcess.start(project)) {
      Shipped.hook(project, "{\"session_id\":\"a\",\"source\":\"startup\"}", "SessionStart");
      List<Thread> clients = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        clients.add(Thread.ofPlatform().start(() -> draw(used(71))));
      }
      for (Thread client : clients) {
        client.join();
      }

      JsonNode session = sessionOnce("contextPercent");

      assertThat(session.path("contextWarningLevel").asInt()).isEqualTo(70);
      assertThat(get("/api/v1/notifications").path("items"))
          .hasSize(1)
          .allMatch(notice -> notice.toString().contains("context_warning"));
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void whoHasNoLineOfTheirOwnSeesTheEngines() throws Exception {
    init();
    try (ServingProcess engine = ServingProcess.start(project)) {
      Shipped.hook(project, "{\"session_id\":\"a\",\"source\":\"startup\"}", "SessionStart");

      Result drawn = draw(used(12));

      String conversation = sessionOnce("contextPercent").path("conversationId").asString();
      assertThat(drawn).isEqualTo(new Result(0, conversation + " | context 12%\n", ""));
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void withoutAnEngineNothingIsKeptAndTheLineIsPrintedAllTheSame() throws IOException {
    personHas(ECHO);
    init();

    Result drawn = draw(used(71));

    assertThat(drawn).isEqualTo(new Result(0, "mine: " + used(71), ""));
    assertThat(project.resolve(".engine/run/spool")).doesNotExist();
    assertThat(HookStore.of(project).events()).isEmpty();
  }

  @Test
  void anEngineThatHangsHoldsNobodyUp() throws IOException {
    init();
    Instant start = Instant.now();

    Result drawn;
    try (FakeEngine engine = FakeEngine.hang(project)) {
      drawn = draw(used(71));
      assertThat(engine.requests()).isEmpty();
    }

    assertThat(drawn).isEqualTo(new Result(0, "", ""));
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 3", "./is-not-there 2>&-", "printf half; kill -9 $$"})
  void aLineThatFailsBreaksNothing(String command) throws IOException {
    personHas(command);
    init();

    Result drawn = draw(used(71));

    assertThat(drawn.exitCode()).isZero();
    assertThat(drawn.out()).isEqualTo(command.contains("half") ? "half" : "");
  }

  @Test
  void aLineThatNeverEndsIsEnded() throws IOException {
    personHas("printf slow; exec sleep 600");
    init();

    Result drawn = draw(used(71));

    assertThat(drawn).isEqualTo(new Result(0, "slow", ""));
  }

  @Test
  void uninstallLeavesNoTrace() throws IOException {
    personHas(ECHO);
    String before = Files.readString(person.resolve("settings.json"));
    init();

    Result out = engine("uninstall", "--yes");

    assertThat(out.exitCode()).as(out.toString()).isZero();
    assertThat(project.resolve(".claude")).doesNotExist();
    assertThat(person.resolve("settings.json")).hasContent(before);
  }

  private void init() {
    Result init = engine("init", "--yes", "--client-version", "2.1.330");
    assertThat(init.exitCode()).as(init.toString()).isZero();
  }

  private Result engine(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Shipped.DISTRIBUTION.resolve("bin/engine").toString());
    command.addAll(List.of(arguments));
    return Shipped.run(project, command, "", environment());
  }

  private void personHas(String command) throws IOException {
    JsonMapper json = new JsonMapper();
    String text =
        json.writeValueAsString(
            Map.of("statusLine", Map.of("type", "command", "command", command)));
    Files.writeString(person.resolve("settings.json"), text);
  }

  /** Has a shell run the command that stands in the settings, as the client does. */
  private Result draw(String payload) {
    try {
      Path settings = project.resolve(".claude/settings.local.json");
      String command =
          new JsonMapper()
              .readTree(Files.readString(settings))
              .path("statusLine")
              .path("command")
              .asString();
      return Shipped.run(project, List.of("sh", "-c", command), payload, environment());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, String> environment() {
    return Map.of("CLAUDE_CONFIG_DIR", person.toString());
  }

  private static String used(int percent) {
    return "{\"session_id\":\"a\",\"context_window\":{\"used_percentage\":%d}}".formatted(percent);
  }

  /**
   * The only session, once {@code field} is known of it: the client does not wait for the engine.
   */
  private JsonNode sessionOnce(String field) throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(PATIENCE);
    JsonNode session = get("/api/v1/sessions").path("items").path(0);
    while (!session.has(field) && Instant.now().isBefore(limit)) {
      new ThreadPauses().pause(BETWEEN_LOOKS);
      session = get("/api/v1/sessions").path("items").path(0);
    }
    assertThat(session.has(field)).as(session.toString()).isTrue();
    return session;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        ServingProcess.get(project, path, "Authorization", ServingProcess.bearer(project));
    return new JsonMapper().readTree(answer.body());
  }
}
