package dev.engine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.services.CallerClaim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the real client, Claude Code 2.1.330, said to servers over both transports. */
final class RecordedClientTest {

  @TempDir Path project;

  @Test
  void overPipesEachRequestIsAnsweredAndNothingElseIsSaid() throws IOException {
    List<String> said =
        lines("stdio-wire.txt").stream()
            .filter(line -> line.startsWith("> "))
            .map(line -> line.substring(2))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new StdioServer(new Agent(project).door, CallerClaim.NONE)
        .serve(
            new ByteArrayInputStream(String.join("\n", said).getBytes(StandardCharsets.UTF_8)),
            out,
            StdioServer.Turns.UNWATCHED);

    List<JsonNode> answers =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isEmpty())
            .map(Agent.MAPPER::readTree)
            .toList();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSameSizeAs(said);
    assertThat(answers)
        .extracting(answer -> answer.path("id").asString())
        .containsExactly("server-discover-probe-1", "0", "1", "2");
    assertThat(answers.getFirst().path("error").path("code").asInt()).isEqualTo(-32601);
    assertThat(answers.get(1).path("result").path("protocolVersion").asString())
        .isEqualTo("2025-11-25");
    assertThat(answers.get(1).path("result").path("instructions").asString()).contains("ping_user");
    assertThat(answers.get(2).path("result").path("tools")).isNotEmpty();
    assertThat(answers.get(3).path("result").path("isError").asBoolean()).isTrue();
  }

  @Test
  void overHttpEachRequestIsAnsweredByItself() throws IOException {
    Agent agent = new Agent(project);
    List<String> bodies =
        lines("http-wire.jsonl").stream()
            .map(Agent.MAPPER::readTree)
            .filter(line -> line.path("d").asString().equals(">"))
            .map(line -> line.path("b").asString())
            .filter(body -> !body.isEmpty())
            .toList();

    List<String> answers = bodies.stream().map(agent::hear).toList();

    assertThat(answers).hasSize(9);
    for (int i = 0; i < bodies.size(); i++) {
      JsonNode body = Agent.MAPPER.readTree(bodies.get(i));
      boolean isRequest = body.has("id") && body.has("method");
      assertThat(answers.get(i).isEmpty()).as(bodies.get(i)).isEqualTo(!isRequest);
    }
  }

  @Test
  void aLineOfMoreThanAMebibyteIsRefusedAndTheNextIsAnswered() throws IOException {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new StdioServer(new Agent(project).door, CallerClaim.NONE)
        .serve(
            new ByteArrayInputStream(
                ("x".repeat(1 << 21) + "\n" + ping).getBytes(StandardCharsets.UTF_8)),
            out,
            StdioServer.Turns.UNWATCHED);

    List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst()).contains("at most 1 MiB");
    assertThat(answers.getLast()).contains("\"id\":7").contains("\"result\"");
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream file = RecordedClientTest.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
