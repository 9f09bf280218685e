package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The hooks of the plugin, run as Claude Code runs them. */
final class PluginHooksIT {

  private static final Shipped.Result NOTHING = new Shipped.Result(0, "", "");

  @TempDir private Path folder;

  @Test
  void aloneTheyTellOfEachEventOnce() {
    Path project = Plugged.project(folder);
    InstalledHooks plugin = InstalledHooks.ofPlugin(project, Plugged.ROOT);

    fire(project, plugin.events(), plugin);

    assertThat(HookStore.of(project).events()).containsExactlyInAnyOrderElementsOf(plugin.events());
  }

  @Test
  void whereThePluginIsEnabledItIsTheWayAndTheCanaryGoesIt() throws IOException {
    Path config = folder.resolve("config");
    write(config.resolve("settings.json"), "{'enabledPlugins': {'engine@engine': true}}");
    Map<String, String> person = Map.of("CLAUDE_CONFIG_DIR", config.toString());

    run(person, "init", "--yes");
    Shipped.Result doctor = run(person, "doctor");
    Shipped.Result canary = run(person, "doctor", "--canary", "--json");

    assertThat(folder.resolve(".claude/settings.json")).doesNotExist();
    assertThat(folder.resolve(".mcp.json")).doesNotExist();
    assertThat(doctor.out()).contains("those of the plugin");
    assertThat(new JsonMapper().readTree(canary.out())).hasSize(15);
  }

  /** For a client that is not known fewer events are registered, and the plugin tells the rest. */
  @ParameterizedTest
  @ValueSource(strings = {"2.1.330", "2.0.76"})
  void besideThoseOfTheSettingsEachEventIsToldOnce(String version) {
    engine("init", "--yes", "--client-version", version);
    InstalledHooks plugin = InstalledHooks.ofPlugin(folder, Plugged.ROOT);

    fire(folder, plugin.events(), InstalledHooks.of(folder), plugin);

    assertThat(HookStore.of(folder).events()).containsExactlyInAnyOrderElementsOf(plugin.events());
  }

  /**
   * An old client may not know what asyncRewake means, and be held up for hours; it tells no id.
   */
  @Test
  void aHookWaitsOnlyBesideAClientThatLetsIt() throws IOException {
    Path project = Plugged.project(folder);
    Map<String, String> newer = Map.of("CLAUDE_PID", Long.toString(ProcessHandle.current().pid()));
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(engine.pid()).isPositive();
      for (String event : List.of("SessionStart", "UserPromptSubmit", "Stop")) {
        Plugged.hook(project, event);
      }
      engine("notify", HookStore.of(project).conversation(), "the tests pass");

      Shipped.Result beside = Plugged.hook(project, "--wait", "Stop");
      Shipped.Result woken = Plugged.hook(Plugged.ROOT, project, newer, "--wait", "Stop");

      assertThat(beside).isEqualTo(new Shipped.Result(0, "", ""));
      assertThat(woken.exitCode()).isEqualTo(2);
      assertThat(woken.err()).contains("the tests pass");
    }
  }

  @Test
  void besideThoseThatTheClientPostsEachEventIsToldOnce() throws IOException {
    engine("init", "--yes", "--client-version", "2.1.330");
    InstalledHooks plugin = InstalledHooks.ofPlugin(folder, Plugged.ROOT);
    try (ServingProcess engine = ServingProcess.start(folder)) {
      assertThat(engine.pid()).isPositive();
      String endpoint = Files.readString(folder.resolve(".engine/run/endpoint"));
      String port = endpoint.replaceFirst("\\S+ ", "").strip();
      Files.writeString(folder.resolve(".engine/config/engine.toml"), "http.port = " + port + "\n");
      engine("init", "--yes", "--client-version", "2.1.330", "--via", "http");

      fire(folder, plugin.events(), InstalledHooks.of(folder), plugin);
    }

    assertThat(HookStore.of(folder).events()).containsExactlyInAnyOrderElementsOf(plugin.events());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'command', 'command': '/d/bin/engine-hook --home /p/.engine Stop'}",
        "{'command': '\\'/d e/bin/engine-hook\\' --home \\'/p {1}]/.engine\\' Stop'}",
        "{'command': '/{d}/engine-hook', 'args': ['--home', '/{p}]/.engine', 'Stop']}",
        "{'args':['--home','/{p}[/.engine','Stop'],'command':'/{d}/engine-hook'}",
        "{\n'command': '/d/engine-hook',\n'args': [\n'--home', '/p', 'Stop'\n]\n}",
        "{'url': 'http://127.0.0.1:20001/hooks/Stop', 'headers': {'X-Engine-Hook': '1'}}"
      })
  void aHandlerInAnyFormKeepsThePluginFromTellingItsEvent(String handler) throws IOException {
    Path project = Plugged.project(folder);
    write(project.resolve(".claude/settings.json"), settings("Stop", handler));

    Shipped.Result stop = Plugged.hook(project, "Stop");
    Shipped.Result end = Plugged.hook(project, "SessionEnd");

    assertThat(List.of(stop, end)).containsOnly(NOTHING);
    assertThat(HookStore.of(project).events()).containsExactly("SessionEnd");
  }

  @Test
  void aHandlerOfThePersonsKeepsItToo() throws IOException {
    Path project = Plugged.project(folder);
    write(
        folder.resolve("config/settings.json"),
        settings("Stop", "{'command': '/d/bin/engine-hook --home /p/.engine Stop'}"));
    Map<String, String> person = Map.of("CLAUDE_CONFIG_DIR", folder.resolve("config").toString());

    Shipped.Result result = Plugged.hook(Plugged.ROOT, project, person, "Stop");

    assertThat(result).isEqualTo(NOTHING);
    assertThat(HookStore.of(project).events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'command': '/d/bin/engine-hook --home /p/.engine SubagentStop'}",
        "{'command': '/d/engine-hook', 'args': ['--home', '/p/.engine', 'StopFailure']}",
        "{'command': 'notify Stop'}",
        "{'url': 'http://127.0.0.1:20001/hooks/Stop'}"
      })
  void handlersOfOthersAndOfOtherEventsDoNot(String handler) throws IOException {
    Path project = Plugged.project(folder);
    write(project.resolve(".claude/settings.json"), settings("Stop", handler));
    write(
        project.resolve(".claude/settings.local.json"),
        "{'statusLine': {'command': '/d/bin/engine-hook --home /p/.engine statusline'}}");

    Shipped.Result result = Plugged.hook(project, "Stop");

    assertThat(result).isEqualTo(NOTHING);
    assertThat(HookStore.of(project).events()).containsExactly("Stop");
  }

  @Test
  void aProjectThatEngineDoesNotKeepIsLeftAlone() throws IOException {
    InstalledHooks plugin = InstalledHooks.ofPlugin(folder, Plugged.ROOT);

    fire(folder, plugin.events(), plugin);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aWorkerIsOfTheProjectOfItsEngine() throws IOException {
    Path project = Plugged.project(folder);
    Path workspace = project.resolve(".engine/data/outputs/3fa94c01");
    Files.createDirectories(workspace);
    String home = project.resolve(".engine").toString();
    Map<String, String> worker = Map.of("ENGINE_WORKER_ID", "3fa94c01", "ENGINE_HOME", home);

    Shipped.Result result = Plugged.hook(Plugged.ROOT, workspace, worker, "Stop");

    assertThat(result).isEqualTo(NOTHING);
    assertThat(HookStore.of(project).events()).containsExactly("Stop");
  }

  @Test
  void aCopyFindsWhatItWasMadeOf() throws IOException {
    Path project = Plugged.project(folder);
    Path copy = Plugged.copy(folder.resolve("config"));
    write(
        folder.resolve("config/plugins/known_marketplaces.json"),
        "{'other': {'source': {'path': '/nowhere'}}, 'engine': {'source': {'source': 'directory',"
            + "\n'path': '%s'}}}".formatted(Plugged.ROOT.getParent()));

    Shipped.Result result = Plugged.hook(copy, project, Map.of(), "Stop");

    assertThat(result).isEqualTo(NOTHING);
    assertThat(HookStore.of(project).events()).containsExactly("Stop");
  }

  @Test
  void aCopyOtherwiseTakesTheEngineOnThePath() throws IOException {
    Path project = Plugged.project(folder);
    Path copy = Plugged.copy(folder.resolve("config"));
    Path link = Files.createDirectory(folder.resolve("links")).resolve("engine-hook");
    Files.createSymbolicLink(link, Shipped.DISTRIBUTION.resolve("bin/engine-hook"));
    String path = link.getParent() + ":" + System.getenv("PATH");

    Shipped.Result result = Plugged.hook(copy, project, Map.of("PATH", path), "Stop");

    assertThat(result).isEqualTo(NOTHING);
    assertThat(HookStore.of(project).events()).containsExactly("Stop");
  }

  @Test
  void aCopyOfAnEngineThatIsGoneSaysSo() {
    Path project = Plugged.project(folder);
    Path copy = Plugged.copy(folder.resolve("config"));

    Shipped.Result result = Plugged.hook(copy, project, Map.of(), "Stop");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("engine: ENG-2001 this event is lost: ").hasLineCount(1);
  }

  /** The client ends the hooks of plugins there after 1.5 s. */
  @Test
  void theEndOfASessionIsKeptInTimeWhateverTheEngineDoes() throws IOException {
    Path project = Plugged.project(folder);
    Duration took;
    try (FakeEngine engine = FakeEngine.serve(project, FakeEngine.saysNothing())) {
      Instant start = Instant.now();
      Plugged.hook(project, "SessionEnd");
      took = Duration.between(start, Instant.now());
      assertThat(engine.requests()).hasSize(1);
    }

    assertThat(took).isLessThan(Duration.ofMillis(1_400));
    assertThat(HookStore.of(project).events()).containsExactly("SessionEnd");
  }

  private static void fire(Path project, Set<String> events, InstalledHooks... all) {
    for (String event : events) {
      for (InstalledHooks hooks : all) {
        assertThat(hooks.fire(event, Plugged.payload(event), Plugged.with(project, Map.of())))
            .as(event)
            .allMatch(new InstalledHooks.Result(0, "", "")::equals);
      }
    }
  }

  private Shipped.Result run(Map<String, String> environment, String... words) {
    List<String> command =
        Stream.concat(
                Stream.of(Shipped.DISTRIBUTION.resolve("bin/engine").toString()), Stream.of(words))
            .toList();
    Shipped.Result result = Shipped.run(folder, command, "", environment);
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return result;
  }

  private void engine(String... command) {
    Shipped.Result result = Shipped.engine(folder, command);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private static String settings(String event, String handler) {
    return "{'hooks': {'%s': [{'hooks': [%s]}]}}".formatted(event, handler);
  }

  /** Writes JSON whose quotes are single ones here, and whose apostrophes are escaped. */
  private static void write(Path file, String json) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, json.replaceAll("(?<!\\\\)'", "\"").replace("\\'", "'"));
  }
}
