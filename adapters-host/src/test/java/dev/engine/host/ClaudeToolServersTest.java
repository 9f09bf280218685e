package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.ToolServers;
import dev.engine.domain.install.ToolServersContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaudeToolServersTest implements ToolServersContract {

  @TempDir private Path project;

  private final ClaudeToolServers servers = new ClaudeToolServers();

  @Override
  public ToolServers servers() {
    return servers;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(project);
  }

  @Test
  void theServerIsStartedWithAbsolutePaths() throws IOException {
    servers.register(setup("/opt/engine"));

    assertThat(Files.readString(file()))
        .contains("\"command\": \"/opt/engine/bin/engine\"")
        .contains("\"--project\"")
        .contains(project.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"mcpServers\":{}}",
        "{\n\t\"mcpServers\": {\n\t\t\"other\": {\"command\": \"x\"}\n\t}\n}\n",
        "{\"a\":1}",
        "\uFEFF{ }"
      })
  void takingItOutGivesBackEveryByte(String before) throws IOException {
    Files.writeString(file(), before);

    servers.register(setup("/opt/engine"));
    servers.register(setup("/moved/engine"));
    servers.unregister(home());

    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void whatSomebodyAddedSinceStays() throws IOException {
    servers.register(setup("/opt/engine"));
    String other = "\"other\": {\"command\": \"x\"}";
    Files.writeString(
        file(), Files.readString(file()).replace("\"engine\": {", other + ", \"engine\": {"));

    servers.unregister(home());

    assertThat(Files.readString(file())).contains(other).doesNotContain("\"engine\"");
  }

  @Test
  void aServerOfThatNameThatIsSomebodyElsesStays() throws IOException {
    String theirs = "{\"mcpServers\":{\"engine\":{\"command\":\"/theirs\"}}}";
    Files.writeString(file(), theirs);

    servers.register(setup("/opt/engine"));
    servers.unregister(home());

    assertThat(Files.readString(file())).isEqualTo(theirs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{", "{\"mcpServers\":[]}", "{\"mcpServers\":{},\"mcpServers\":{}}"})
  void whatTheClientCouldNotReadIsLeftAlone(String broken) throws IOException {
    Files.writeString(file(), broken);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> servers.register(setup("/opt/engine")));
    assertThat(Files.readString(file())).isEqualTo(broken);
  }

  private HookSetup setup(String distribution) {
    return new HookSetup(home(), Path.of(distribution, "bin", "engine-hook"), null);
  }

  private Path file() {
    return project.resolve(".mcp.json");
  }
}
