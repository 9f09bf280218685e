package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An agent that runs {@code engine mcp}, as {@code .mcp.json} says, until it is closed. */
final class McpPipe implements AgentClient {

  /** Far more than its end takes; only a hang meets it. */
  private static final long HANG_SECONDS = 60;

  private final Process server;
  private final BufferedWriter in;
  private final BufferedReader out;

  private McpPipe(Process server) {
    this.server = server;
    this.in = server.outputWriter();
    this.out = server.inputReader();
  }

  static McpPipe open(Path project, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(Shipped.DISTRIBUTION.resolve("bin/engine").toString(), "mcp")
            .directory(project.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.matches("(CLAUDE|ENGINE|TMUX).*"));
    builder.environment().putAll(environment);
    try {
      return new McpPipe(builder.start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is answered to {@code message}. */
  String ask(String message) {
    try {
      in.write(message + "\n");
      in.flush();
      String answer = out.readLine();
      assertThat(answer).as("what is answered to %s", message).isNotNull();
      return answer;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public List<JsonNode> tools() {
    return McpMessages.tools(ask(McpMessages.request("tools/list", "{}")));
  }

  @Override
  public JsonNode call(String tool, String arguments) {
    return McpMessages.result(ask(McpMessages.call(tool, arguments)));
  }

  /** Ends it by the end of its input, to which it has nothing more to say. */
  @Override
  public void close() {
    try (out) {
      in.close();
      assertThat(out.readLine()).isNull();
      assertThat(server.waitFor(HANG_SECONDS, TimeUnit.SECONDS)).as("engine mcp ends").isTrue();
      assertThat(server.exitValue()).isZero();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      server.destroyForcibly();
    }
  }
}
