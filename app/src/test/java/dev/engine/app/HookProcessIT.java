package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one-shot hook, as the process that it is. */
final class HookProcessIT {

  private static final int AT_ONCE = 32;

  @TempDir private Path folder;

  @Test
  void thirtyTwoAtOnceLoseNoEvent() throws Exception {
    Path project = Shipped.project(folder);

    List<Shipped.Result> results =
        atOnce(
            i ->
                Shipped.hook(
                    project,
                    "{\"session_id\":\"s%02d\",\"hook_event_name\":\"SessionStart\"}".formatted(i),
                    "SessionStart"));

    assertThat(results).allMatch(HookProcessIT::isStoredOrKept);
    HookStore.of(project).awaitDrained();
    assertThat(sessions(project))
        .extracting(session -> session.path("claudeSessionId").asString())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, AT_ONCE).mapToObj("s%02d"::formatted).toList());
  }

  @Test
  void thirtyTwoFirstEventsOfOneSessionAreOneSession() throws Exception {
    Path project = Shipped.project(folder);

    List<Shipped.Result> results =
        atOnce(
            i ->
                Shipped.hook(
                    project, "{\"session_id\":\"one\",\"hook_event_name\":\"PreToolUse\"}"));

    assertThat(results).allMatch(HookProcessIT::isStoredOrKept);
    HookStore.of(project).awaitDrained();
    assertThat(sessions(project)).hasSize(1);
    assertThat(sessions(project).get(0).path("state").asString()).isEqualTo("tool_active");
  }

  static Stream<String> badPayloads() {
    return Stream.of(
        "",
        "not json",
        "{\"hook_event_name\":\"Stop\"}",
        "{\"session_id\":\"a\",\"p\":\"" + "x".repeat(2 << 20) + "\"}");
  }

  @ParameterizedTest
  @MethodSource("badPayloads")
  void aBadPayloadIsOneLineAndExitCode0(String payload) {
    Path project = Shipped.project(folder);

    Shipped.Result result = Shipped.hook(project, payload, "Stop");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("engine: ENG-1001 ").hasLineCount(1);
    assertThat(sessions(project)).isEmpty();
  }

  @Test
  void withoutADatabaseItSaysSoAndExitsWith0() {
    Shipped.Result result = Shipped.hook(folder, "{\"session_id\":\"a\"}", "Stop");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .startsWith("engine: ENG-2001 there is no database at ")
        .hasLineCount(1);
    assertThat(folder.resolve(".engine")).doesNotExist();
  }

  @Test
  void withoutArgumentsThePayloadAndTheClientsEnvironmentTell() {
    Path project = Shipped.project(folder);

    Shipped.Result result =
        Shipped.run(
            Path.of("/"),
            List.of(Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString()),
            "{\"session_id\":\"old\",\"hook_event_name\":\"UserPromptSubmit\"}",
            Map.of("CLAUDE_PROJECT_DIR", project.toString()));

    assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    assertThat(sessions(project).get(0).path("state").asString()).isEqualTo("active");
  }

  @Test
  void noLocaleAndForeignJvmOptionsDoItNoHarm() throws IOException {
    Path umlaut = Files.createDirectory(folder.resolve("projekt é ü"));
    Path project = Shipped.project(umlaut);
    String hook = Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString();

    Shipped.Result result =
        Shipped.run(
            project,
            List.of(hook, "--home", project.resolve(".engine").toString(), "Stop"),
            "{\"session_id\":\"a\"}",
            Map.of("LC_ALL", "C", "JAVA_TOOL_OPTIONS", "-Xms900m"));

    assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    assertThat(sessions(project)).hasSize(1);
  }

  @Test
  void nothingIsLeftInTheTempFolder() throws IOException {
    Path project = Shipped.project(folder);
    Set<Path> before = leftovers();

    Shipped.hook(project, "{\"session_id\":\"a\"}", "SessionStart");

    assertThat(leftovers()).isEqualTo(before);
  }

  /** Of 32 JVMs that start at once, the last ones may have no time left to wait for the others. */
  private static boolean isStoredOrKept(Shipped.Result result) {
    return result.exitCode() == 0
        && result.out().isEmpty()
        && (result.err().isEmpty() || result.err().endsWith("; the event waits in the spool\n"));
  }

  private static Set<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("sqlite-.*|hsperfdata_.*/.*"))
          .collect(Collectors.toSet());
    }
  }

  private interface Fire {
    Shipped.Result fire(int index);
  }

  private static List<Shipped.Result> atOnce(Fire fire) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Shipped.Result>> running =
          IntStream.range(0, AT_ONCE).mapToObj(i -> threads.submit(() -> fire.fire(i))).toList();
      List<Shipped.Result> results = new ArrayList<>();
      for (Future<Shipped.Result> result : running) {
        results.add(result.get());
      }
      return results;
    }
  }

  private static JsonNode sessions(Path project) {
    Shipped.Result list = Shipped.engine(project, "session", "list", "--json");
    assertThat(list.exitCode()).as(list.err()).isZero();
    return new JsonMapper().readTree(list.out());
  }
}
