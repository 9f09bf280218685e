package dev.engine.host.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.PostSetup;
import dev.engine.domain.install.PostTarget;
import dev.engine.host.ClaudeOwnSettings;
import dev.engine.host.ClaudeWorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaudeWordsTest {

  @TempDir private Path folder;

  private ClaudeWords words;

  @BeforeEach
  void inAProject() {
    words = new ClaudeWords(new ClaudeWorkerSettings(HomeFolder.of(folder)));
  }

  @Test
  void settingsThatAreThereAreNamed() throws IOException {
    String file = Files.createFile(folder.resolve("settings.json")).toString();
    List<String> command = List.of("claude", "-p", "--settings", file, "--verbose");

    assertThat(words.startable(command)).isEqualTo(command);
  }

  @Test
  void settingsThatAreNotAreLeftOut() throws IOException {
    String file = folder.resolve("settings.json").toString();
    List<String> command = List.of("claude", "-p", "--settings", file, "--verbose");

    assertThat(words.startable(command)).containsExactly("claude", "-p", "--verbose");
  }

  @Test
  void thoseOfAProjectGiveWayToThoseWithWhatAPersonPosts() throws IOException {
    HomeFolder home = HomeFolder.of(folder);
    PostTarget target = new PostTarget(20_001, "a-token");
    new ClaudeOwnSettings().register(new PostSetup(home, new ClientVersion(2, 1, 330), target));
    String shared = folder.resolve(".claude/settings.json").toString();

    List<String> started = words.startable(List.of("claude", "--settings", shared, "--verbose"));

    assertThat(started)
        .containsExactly("claude", "--settings", home.workerSettings().toString(), "--verbose");
    assertThat(words.startable(List.of("claude", "--settings", "/nowhere/settings.json")))
        .containsExactly("claude");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"model\": \"/none\"}", "relative.json", "/nul\0"})
  void whatIsNoPathStays(String value) throws IOException {
    List<String> command = List.of("claude", "--settings", value);

    assertThat(words.startable(command)).isEqualTo(command);
  }

  @Test
  void aCommandWithoutThemStays() throws IOException {
    assertThat(words.startable(List.of("--settings", "/none"))).hasSize(2);
    assertThat(words.startable(List.of("tool", "--settings"))).hasSize(2);
  }
}
