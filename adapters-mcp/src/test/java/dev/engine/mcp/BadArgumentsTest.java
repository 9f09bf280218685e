package dev.engine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.mcp.Agent.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each tool, so also each that is yet to come, under the same bad arguments. */
final class BadArgumentsTest {

  /** Values of each type of JSON, of which no argument takes more than a few. */
  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null, 1, -1, 1.5, true, "", "\0", "\ud800", List.of(), List.of(1), Map.of(), 1L << 40);

  @TempDir Path project;
  private Agent agent;

  @BeforeEach
  void openDoor() {
    agent = new Agent(project);
  }

  @Test
  void argumentsThatAreNoObjectAreRefusedInASentence() {
    for (JsonNode tool : agent.tools()) {
      for (Object arguments : List.of(1, "text", List.of(), true)) {
        assertRefused(agent.call(tool.get("name").asString(), arguments));
      }
    }
  }

  @Test
  void anArgumentThatNoToolHasIsRefusedByName() {
    for (JsonNode tool : agent.tools()) {
      Result result = agent.call(tool.get("name").asString(), Map.of("surprise", 1));

      assertRefused(result);
      assertThat(result.text()).contains("surprise");
    }
  }

  @Test
  void whatIsRequiredIsAskedFor() {
    for (JsonNode tool : agent.tools()) {
      if (!tool.path("inputSchema").path("required").isEmpty()) {
        assertRefused(agent.call(tool.get("name").asString(), Map.of()));
      }
    }
  }

  @Test
  void eachArgumentMeetsEachTypeOfValueWithoutHarm() {
    List<String> broken = new ArrayList<>();
    for (JsonNode tool : agent.tools()) {
      for (String argument : tool.path("inputSchema").path("properties").propertyNames()) {
        for (Object value : VALUES) {
          Map<String, @Nullable Object> arguments = new HashMap<>();
          arguments.put(argument, value);
          Result result = agent.call(tool.get("name").asString(), arguments);
          if (result.text().contains("ENG-9999") || result.text().isBlank()) {
            broken.add("%s %s: %s".formatted(tool.get("name"), arguments, result.text()));
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void aToolThatIsNotThereIsNamedAmongThoseThatAre() {
    Result result = agent.call("rm_rf", Map.of());

    assertRefused(result);
    assertThat(result.text()).startsWith("ENG-1201 ").contains("session_list", "why");
  }

  private static void assertRefused(Result result) {
    assertThat(result.isError()).as(result.text()).isTrue();
    assertThat(result.text())
        .matches("(?s)ENG-1[0-9]{3} .{10,}")
        .doesNotContain("Exception", "\tat ", "dev.engine.");
  }
}
