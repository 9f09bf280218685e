package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an engine does to a hook, its event is stored once, and its session is not held up. */
final class HookWaysIT {

  private static final String STORED = "HTTP/1.1 204 No Content\r\n\r\n";

  @TempDir private Path folder;

  /** What an engine does that takes no event, and one that dies when it has taken it. */
  enum Trouble {
    REFUSES_CONNECTIONS,
    HANGS_BEFORE_IT_ACCEPTS,
    HANGS_AFTER_THE_REQUEST,
    DIES_AFTER_THE_COMMIT,
    DIES_IN_ITS_ANSWER,
    IS_BUSY,
    KNOWS_ANOTHER_TOKEN,
    IS_NO_ENGINE,
    NEVER_ENDS_ITS_ANSWER;

    boolean hasStored() {
      return this == DIES_AFTER_THE_COMMIT || this == DIES_IN_ITS_ANSWER;
    }
  }

  static Stream<Arguments> troubles() {
    return Stream.of(Trouble.values())
        .flatMap(
            trouble ->
                Stream.of("SessionStart", "PreToolUse").map(event -> Arguments.of(trouble, event)));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void anEventIsStoredOnceWhateverTheEngineDoes(Trouble trouble, String event) throws Exception {
    Path project = Shipped.project(folder);
    Instant start = Instant.now();

    Shipped.Result result;
    FakeEngine engine = troubled(project, trouble);
    try (engine) {
      result = Shipped.hook(project, payload(event), event);
    }

    assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
    HookStore store = HookStore.of(project);
    assertThat(store.events()).containsExactly(event);
    assertThat(store.sessionCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SessionStart", "PreToolUse"})
  void anEngineThatAnswersIsAllThereIs(String event) throws Exception {
    Path project = Shipped.project(folder);
    String payload =
        "{\"session_id\":\"a\",\"x\":\"-n ü€😀 %s \\\\ $HOME `id` \r\n"
            + "é".repeat(300_000)
            + "\"}\r\n";

    List<FakeEngine.Request> requests;
    Shipped.Result result;
    try (FakeEngine engine = FakeEngine.serve(project, FakeEngine.says(STORED))) {
      result = hook(project, payload, environment(), event);
      requests = engine.requests();
    }

    assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    assertThat(requests).hasSize(1);
    FakeEngine.Request request = requests.getFirst();
    assertThat(request.line()).isEqualTo("POST /hooks/%s HTTP/1.1".formatted(event));
    assertThat(request.body()).isEqualTo(payload);
    assertThat(request.header("Authorization")).isEqualTo("Bearer " + FakeEngine.TOKEN);
    assertThat(request.header("X-Engine-Event-Id")).matches("[0-9a-f]{32}");
    assertThat(request.header("X-Engine-Called-At")).matches("[0-9]{10}\\.[0-9]{6}");
    assertThat(request.header("X-Claude-Pid")).isEqualTo("63");
    assertThat(request.header("X-Tmux")).isEqualTo("/tmp/tmux-1000/default,70,0");
    assertThat(request.header("X-Tmux-Pane")).isEqualTo("%7");
    assertThat(request.header("X-Engine-Role")).isEmpty();
    assertThat(request.head()).doesNotContain("secret");
    assertThat(project.resolve(".engine/run/spool")).doesNotExist();
    assertThat(HookStore.of(project).events()).isEmpty();
  }

  @Test
  void anAddressWithColonsIsNamedInBrackets() throws Exception {
    Path project = Shipped.project(folder);
    Path endpoint = project.resolve(".engine/run/endpoint");

    List<FakeEngine.Request> requests;
    String port;
    try (FakeEngine engine = FakeEngine.serve(project, FakeEngine.says(STORED))) {
      port = Files.readString(endpoint).strip().split(" ", -1)[1];
      // The same place, by an address of IPv6 that is there without a network of IPv6.
      Files.writeString(endpoint, "::ffff:127.0.0.1 %s\n".formatted(port));
      Shipped.hook(project, payload("Stop"), "Stop");
      requests = engine.requests();
    }

    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst().header("Host")).isEqualTo("[::ffff:127.0.0.1]:" + port);
  }

  @Test
  void theTokenIsInNoCommandLine() throws Exception {
    Path project = Shipped.project(folder);
    List<String> seen = new CopyOnWriteArrayList<>();

    FakeEngine engine =
        FakeEngine.serve(
            project,
            (request, connection) -> {
              seen.addAll(commandLines());
              FakeEngine.says(STORED).answer(request, connection);
            });
    try (engine) {
      Shipped.hook(project, payload("Stop"), "Stop");
    }

    assertThat(seen).anyMatch(line -> line.contains("engine-hook"));
    assertThat(seen).noneMatch(line -> line.contains(FakeEngine.TOKEN));
  }

  @Test
  void theAnswerOfTheEngineIsTheAnswerOfTheHook() throws Exception {
    Path project = Shipped.project(folder);
    String answer = "{\"hookSpecificOutput\":{\"additionalContext\":\"ü\"}}";

    Shipped.Result result;
    FakeEngine engine =
        FakeEngine.serve(
            project,
            FakeEngine.says(
                "HTTP/1.1 200 OK\r\nX-Engine-Trouble: engine: ENG-1001 odd\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(answer.length() + 1, answer)));
    try (engine) {
      result = Shipped.hook(project, payload("SessionStart"), "SessionStart");
    }

    assertThat(result).isEqualTo(new Shipped.Result(0, answer + "\n", "engine: ENG-1001 odd\n"));
  }

  @Test
  void aClosedStandardOutputDoesNoHarm() throws Exception {
    Path project = Shipped.project(folder);
    String hook = Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString();

    for (String event : List.of("SessionStart", "Stop")) {
      Shipped.Result result =
          Shipped.run(
              project,
              List.of(
                  "sh",
                  "-c",
                  "\"$0\" --home \"$1\" \"$2\" >&- 2>&-",
                  hook,
                  project.resolve(".engine").toString(),
                  event),
              payload(event),
              Map.of());
      assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    }

    assertThat(HookStore.of(project).events()).containsExactlyInAnyOrder("SessionStart", "Stop");
  }

  @Test
  void anEmptyEnvironmentIsEnough() throws Exception {
    Path project = Shipped.project(folder);
    String hook = Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString();

    for (String event : List.of("SessionStart", "Stop")) {
      Shipped.Result result =
          Shipped.run(
              project,
              List.of("env", "-i", hook, "--home", project.resolve(".engine").toString(), event),
              payload(event),
              Map.of());
      assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    }

    assertThat(HookStore.of(project).events()).containsExactlyInAnyOrder("SessionStart", "Stop");
  }

  @Test
  void afterFiveSilencesInARowNoEngineIsAskedForAWhile() throws Exception {
    Path project = Shipped.project(folder);

    int asked;
    Duration took;
    try (FakeEngine engine = FakeEngine.serve(project, FakeEngine.saysNothing())) {
      for (int i = 0; i < 5; i++) {
        Shipped.hook(project, payload("PreToolUse"), "PreToolUse");
      }
      Instant start = Instant.now();
      Shipped.hook(project, payload("SessionStart"), "SessionStart");
      took = Duration.between(start, Instant.now());
      asked = engine.requests().size();
    }

    assertThat(asked).isEqualTo(5);
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(HookStore.of(project).events()).hasSize(6);
  }

  @Test
  void oneAnswerInTimeClosesTheBreaker() throws Exception {
    Path project = Shipped.project(folder);
    Path breaker = project.resolve(".engine/run/hook-breaker");
    Files.writeString(breaker, "5 %d\n".formatted(Instant.now().toEpochMilli() * 1_000 - 1));

    int asked;
    try (FakeEngine engine = FakeEngine.serve(project, FakeEngine.says(STORED))) {
      Shipped.hook(project, payload("Stop"), "Stop");
      asked = engine.requests().size();
    }

    assertThat(asked).isEqualTo(1);
    assertThat(breaker).isEmptyFile();
  }

  /** Of every process that is there while this is asked. */
  private static List<String> commandLines() {
    return ProcessHandle.allProcesses()
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "cmdline"))
        .map(HookWaysIT::text)
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  private FakeEngine troubled(Path project, Trouble trouble) throws IOException {
    return switch (trouble) {
      case REFUSES_CONNECTIONS -> {
        FakeEngine gone = FakeEngine.hang(project);
        String endpoint = Files.readString(project.resolve(".engine/run/endpoint"));
        gone.close();
        Files.writeString(project.resolve(".engine/run/endpoint"), endpoint);
        yield gone;
      }
      case HANGS_BEFORE_IT_ACCEPTS -> FakeEngine.hang(project);
      case HANGS_AFTER_THE_REQUEST -> FakeEngine.serve(project, FakeEngine.saysNothing());
      case DIES_AFTER_THE_COMMIT -> dying(project, "");
      case DIES_IN_ITS_ANSWER ->
          dying(project, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"half\":");
      case IS_BUSY ->
          FakeEngine.serve(
              project,
              FakeEngine.says("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"));
      case KNOWS_ANOTHER_TOKEN ->
          FakeEngine.serve(
              project, FakeEngine.says("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"));
      case IS_NO_ENGINE -> FakeEngine.serve(project, FakeEngine.says("SSH-2.0-OpenSSH_9.6\r\n"));
      case NEVER_ENDS_ITS_ANSWER ->
          FakeEngine.serve(
              project,
              (request, connection) ->
                  connection
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII)));
    };
  }

  /** Stores the event as an engine does, and then breaks off. */
  private static FakeEngine dying(Path project, String lastWords) throws IOException {
    return FakeEngine.serve(
        project,
        (request, connection) -> {
          HookStore.of(project).take(request);
          FakeEngine.says(lastWords).answer(request, connection);
        });
  }

  private static Shipped.Result hook(
      Path project, String payload, Map<String, String> environment, String event) {
    return Shipped.run(
        project,
        List.of(
            Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString(),
            "--home",
            project.resolve(".engine").toString(),
            event),
        payload,
        environment);
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("CLAUDE_PID", "63");
    environment.put("TMUX", "/tmp/tmux-1000/default,70,0");
    environment.put("TMUX_PANE", "%7");
    environment.put("ENGINE_ROLE", "no\r\nX-Injected: header");
    environment.put("CLAUDE_CODE_MESSAGING_TOKEN", "secret");
    return environment;
  }

  private static String payload(String event) {
    return "{\"session_id\":\"a\",\"hook_event_name\":\"%s\"}".formatted(event);
  }
}
