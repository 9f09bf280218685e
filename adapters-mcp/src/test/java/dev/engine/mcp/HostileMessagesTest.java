package dev.engine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever comes in, an answer of the protocol comes out, and the door stays open. */
final class HostileMessagesTest {

  private static final int CALLS = 10_000;

  private static final List<String> METHODS =
      List.of(
          "tools/call",
          "tools/list",
          "resources/read",
          "prompts/get",
          "initialize",
          "ping",
          "x/y",
          "completion/complete",
          "logging/setLevel",
          "resources/subscribe",
          "server/discover");

  private static final List<String> VALUES =
      List.of(
          "null",
          "1",
          "-1e400",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "[[[[{}]]]]",
          "\"'; DROP TABLE sessions; --\"",
          "\"../../../../etc/passwd\"",
          "\"${jndi:ldap://x}\"",
          "\"%s%n%x\"",
          "\"\\u202e\\u001b[2J\"",
          "true",
          "9223372036854775808",
          "0.1",
          "\"engine://conversation/{id}\"",
          "\"engine://fleet\"",
          "\"00000000\"");

  @TempDir Path project;

  @Test
  void tenThousandHostileCallsLeaveTheDoorOpen() {
    Agent agent = new Agent(project);
    SplittableRandom random = new SplittableRandom(20_260_105);
    List<String> names = agent.tools().stream().map(tool -> tool.get("name").asString()).toList();
    for (int i = 0; i < CALLS; i++) {
      String message = message(random, names);
      String answer = agent.hear(message);
      if (!answer.isEmpty()) {
        JsonNode json = Agent.MAPPER.readTree(answer);
        assertThat(json.has("result") ^ json.has("error")).as(message).isTrue();
        assertThat(answer)
            .as(message)
            .doesNotContain("Exception", "ENG-9999", "\\tat ", "\"data\":", "\n");
      }
    }

    assertThat(agent.call("session_list", java.util.Map.of()).isError()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{",
        "[]",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "null",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
      })
  void whatIsNoMessageIsRefused(String message) {
    String answer = new Agent(project).hear(message);

    assertThat(Agent.MAPPER.readTree(answer).path("error").path("code").asInt())
        .isIn(-32700, -32600);
  }

  @Test
  void anAbyssOfBracketsIsRefused() {
    String answer = new Agent(project).hear("[".repeat(100_000));

    assertThat(answer).contains("-32700");
  }

  private static String message(SplittableRandom random, List<String> names) {
    String method = one(METHODS, random);
    String params =
        switch (random.nextInt(4)) {
          case 0 -> one(VALUES, random);
          case 1 -> "{%s:%s}".formatted(one(VALUES, random), one(VALUES, random));
          case 2 ->
              "{\"name\":%s,\"arguments\":%s,\"uri\":%s,\"_meta\":%s}"
                  .formatted(
                      one(VALUES, random),
                      one(VALUES, random),
                      one(VALUES, random),
                      one(VALUES, random));
          default ->
              "{\"name\":\"%s\",\"arguments\":{\"%s\":%s,\"%s\":%s}}"
                  .formatted(
                      one(names, random),
                      one(List.of("id", "text", "conversation", "limit", "ping"), random),
                      one(VALUES, random),
                      one(List.of("message", "name", "title", "file", "body"), random),
                      one(VALUES, random));
        };
    String whole =
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(random.nextInt(), method, params);
    return random.nextInt(10) == 0 ? whole.substring(0, random.nextInt(whole.length())) : whole;
  }

  private static String one(List<String> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
