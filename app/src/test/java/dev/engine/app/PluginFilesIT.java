package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the client reads of the plugin: the files in the distribution, and what they name. */
final class PluginFilesIT {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Path MARKET = Shipped.DISTRIBUTION.resolve("share/claude-plugin");

  /** The newest client that was looked at, for which {@code engine init} registers every event. */
  private static final String CLIENT = "2.1.330";

  @TempDir private Path folder;

  @Test
  void theMarketplaceLeadsToThePlugin() throws IOException {
    JsonNode market = json(MARKET.resolve(".claude-plugin/marketplace.json"));
    JsonNode manifest = json(Plugged.ROOT.resolve(".claude-plugin/plugin.json"));

    assertThat(market.path("plugins")).hasSize(1);
    JsonNode listed = market.path("plugins").get(0);
    assertThat(MARKET.resolve(listed.path("source").asString()).normalize())
        .isEqualTo(Plugged.ROOT);
    assertThat(listed.path("name")).isEqualTo(manifest.path("name"));
    assertThat(market.path("owner").path("name").asString()).isNotBlank();
    assertThat(Shipped.DISTRIBUTION.getFileName())
        .hasToString("engine-" + manifest.path("version").asString());
  }

  @Test
  void itsHooksAreThoseThatInitWouldRegister() throws IOException {
    Shipped.Result init = Shipped.engine(folder, "init", "--yes", "--client-version", CLIENT);
    assertThat(init.exitCode()).as(init.err()).isZero();

    JsonNode ours = json(Plugged.ROOT.resolve("hooks/hooks.json")).path("hooks");

    JsonNode registered = json(folder.resolve(".claude/settings.json")).path("hooks");
    assertThat(withoutPlaces(ours)).isEqualTo(withoutPlaces(registered));
  }

  /** But for the hook that waits, which ends at once beside such a client. */
  @Test
  void theOldestClientThatItIsForGetsTheSameByInit() throws IOException {
    Shipped.Result init = Shipped.engine(folder, "init", "--yes", "--client-version", "2.1.197");
    assertThat(init.exitCode()).as(init.err()).isZero();

    JsonNode ours = json(Plugged.ROOT.resolve("hooks/hooks.json")).path("hooks").deepCopy();

    ((ArrayNode) ours.at("/Stop/0/hooks")).remove(1);
    JsonNode registered = json(folder.resolve(".claude/settings.json")).path("hooks");
    assertThat(withoutPlaces(ours)).isEqualTo(withoutPlaces(registered));
  }

  @Test
  void whatItHasTheClientRunIsThereAndMayBeRun() throws IOException {
    String named =
        Files.readString(Plugged.ROOT.resolve("hooks/hooks.json"))
            + Files.readString(Plugged.ROOT.resolve(".mcp.json"));

    Set<Path> programs =
        Pattern.compile("\\$\\{CLAUDE_PLUGIN_ROOT}([^\"]*)")
            .matcher(named)
            .results()
            .map(found -> Path.of(Plugged.ROOT + found.group(1)))
            .collect(Collectors.toSet());

    assertThat(programs).hasSize(2).allMatch(Files::isRegularFile).allMatch(Files::isExecutable);
    assertThat(named).doesNotContain("user_config");
  }

  @Test
  void onlyItsProgramsMayBeRun() throws IOException {
    try (Stream<Path> files = Files.walk(MARKET)) {
      assertThat(files.filter(Files::isRegularFile).filter(Files::isExecutable))
          .containsExactlyInAnyOrder(
              Plugged.ROOT.resolve("bin/engine"), Plugged.ROOT.resolve("hooks/engine-hook"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"commands/status.md", "commands/brief.md", "skills/delegate/SKILL.md"})
  void whatAModelReadsSaysWhatItIsFor(String name) throws IOException {
    String text = Files.readString(Plugged.ROOT.resolve(name));

    assertThat(text).startsWith("---\n").contains("\ndescription: ").doesNotContain("!`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "brief"})
  void aCommandMayRunWhatItNames(String name) throws IOException {
    String text = Files.readString(Plugged.ROOT.resolve("commands/%s.md".formatted(name)));
    Path project = Shipped.project(folder);

    Shipped.Result run =
        Shipped.run(
            project, List.of(Plugged.ROOT.resolve("bin/engine").toString(), name), "", Map.of());

    assertThat(text).contains("allowed-tools: Bash(engine %s:*)".formatted(name));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void theSkillNamesOnlyToolsThatThereAre() throws IOException {
    String skill = Files.readString(Plugged.ROOT.resolve("skills/delegate/SKILL.md"));
    Path project = Plugged.project(folder);
    Set<String> tools = PluginToolsIT.tools(project, Plugged.with(project, Map.of()));

    Set<String> named =
        Pattern.compile("`([a-z]+(?:_[a-z]+)*)`")
            .matcher(skill)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    named.removeAll(Set.of("engine", "status", "question")); // a server and two arguments
    assertThat(named).hasSizeGreaterThan(5).isSubsetOf(tools);
  }

  @Test
  void theReadmeIsAsLongAsADirectoryOfPluginsWants() throws IOException {
    String readme = Files.readString(Plugged.ROOT.resolve("README.md"));

    assertThat(readme.split("\\s+")).hasSizeGreaterThan(40);
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  /** Without the program, and without the home before the other arguments. */
  private static JsonNode withoutPlaces(JsonNode hooks) throws IOException {
    JsonNode copy = hooks.deepCopy();
    copy.valueStream()
        .flatMap(JsonNode::valueStream)
        .flatMap(group -> group.path("hooks").valueStream())
        .map(ObjectNode.class::cast)
        .forEach(handler -> handler.remove("command"));
    return JSON.readTree(copy.toString().replaceAll("\"--home\",\"[^\"]*\",", ""));
  }
}
