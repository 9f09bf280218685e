package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the conformance suite of the Model Context Protocol finds in a running engine. */
final class McpConformanceIT {

  private static final JsonMapper JSON = new JsonMapper();

  /** What every scenario comes to, in the words of the document. */
  private static final Map<String, String> EXPECTED =
      Stream.of(
              all(
                  "passes",
                  "server-initialize",
                  "ping",
                  "tools-list",
                  "resources-list",
                  "prompts-list",
                  "dns-rebinding-protection"),
              all("passes by chance", "tools-call-simple-text", "tools-call-error"),
              all("stays open", "server-sse-multiple-streams", "server-sse-polling"),
              all(
                  "fails",
                  "tools-call-image",
                  "tools-call-audio",
                  "tools-call-embedded-resource",
                  "tools-call-mixed-content",
                  "json-schema-2020-12",
                  "resources-read-text",
                  "resources-read-binary",
                  "resources-templates-read",
                  "prompts-get-simple",
                  "prompts-get-with-args",
                  "prompts-get-embedded-resource",
                  "prompts-get-with-image",
                  "logging-set-level",
                  "tools-call-with-logging",
                  "tools-call-with-progress",
                  "tools-call-sampling",
                  "tools-call-elicitation",
                  "elicitation-sep1034-defaults",
                  "elicitation-sep1330-enums",
                  "completion-complete",
                  "resources-subscribe",
                  "resources-unsubscribe"))
          .flatMap(outcomes -> outcomes.entrySet().stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Pattern FOLDER = Pattern.compile("server-(.+)-\\d{4}-\\d\\d-\\d\\dT.*");

  @TempDir private Path folder;

  @Test
  void theDocumentSaysWhatBecomesOfEachScenario() throws IOException {
    String document =
        Files.readString(Path.of(System.getProperty("engine.root"), "docs", "MCP.md"));
    Pattern row = Pattern.compile("(?m)^\\| ((?:`[a-z0-9-]+` ?)+) \\| ([a-z ]+) \\|");

    Map<String, String> told = new TreeMap<>();
    row.matcher(document)
        .results()
        .forEach(found -> names(found.group(1)).forEach(name -> told.put(name, found.group(2))));

    assertThat(told).isEqualTo(EXPECTED);
  }

  @Test
  void eachScenarioComesToWhatIsExpectedOfIt() throws IOException {
    NpmChecks.assumeInstalled();
    Path project = Shipped.project(Files.createDirectory(folder.resolve("project")));
    Path found = folder.resolve("found");

    Map<String, JsonNode> checks;
    try (ServingProcess engine = ServingProcess.start(project);
        BearerRelay relay = BearerRelay.to(project)) {
      assertThat(engine.pid()).isPositive();
      String url = relay.address().resolve("mcp").toString();
      NpmChecks.run(
          folder,
          "conformance",
          List.of("server", "--suite", "all", "--url", url, "-o", found.toString()));
      checks = checks(found);
    }

    Map<String, String> outcomes = new TreeMap<>();
    checks.forEach((scenario, all) -> outcomes.put(scenario, outcome(all)));
    Map<String, String> expected = new TreeMap<>(EXPECTED);
    expected.replaceAll((scenario, outcome) -> outcome.replace(" by chance", ""));
    assertThat(outcomes).isEqualTo(expected);
    assertThat(String.valueOf(checks.get("dns-rebinding-protection")))
        .as("it is the engine that turns the stranger away")
        .contains("\"hostHeader\":\"evil.example.com\"", "ENG-1110");
  }

  /** What the suite has written about each scenario: a list of checks. */
  private static Map<String, JsonNode> checks(Path found) throws IOException {
    Map<String, JsonNode> checks = new TreeMap<>();
    try (Stream<Path> folders = Files.list(found)) {
      for (Path each : folders.toList()) {
        MatchResult name =
            FOLDER.matcher(each.getFileName().toString()).results().findFirst().orElseThrow();
        checks.put(name.group(1), JSON.readTree(Files.readString(each.resolve("checks.json"))));
      }
    }
    return checks;
  }

  private static String outcome(JsonNode checks) {
    List<String> statuses =
        checks.valueStream().map(check -> check.path("status").asString()).toList();
    if (statuses.contains("FAILURE")) {
      return "fails";
    }
    return statuses.contains("SUCCESS") ? "passes" : "stays open";
  }

  private static Map<String, String> all(String outcome, String... scenarios) {
    return Stream.of(scenarios).collect(Collectors.toMap(scenario -> scenario, name -> outcome));
  }

  private static List<String> names(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(name -> name.group(1)).toList();
  }
}
