package dev.engine.host.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaudeWordsTest {

  @TempDir private Path folder;

  @Test
  void settingsThatAreThereAreNamed() throws IOException {
    String file = Files.createFile(folder.resolve("settings.json")).toString();
    List<String> command = List.of("claude", "-p", "--settings", file, "--verbose");

    assertThat(ClaudeWords.startable(command)).isEqualTo(command);
  }

  @Test
  void settingsThatAreNotAreLeftOut() {
    String file = folder.resolve("settings.json").toString();
    List<String> command = List.of("claude", "-p", "--settings", file, "--verbose");

    assertThat(ClaudeWords.startable(command)).containsExactly("claude", "-p", "--verbose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"model\": \"/none\"}", "relative.json", "/nul\0"})
  void whatIsNoPathStays(String value) {
    List<String> command = List.of("claude", "--settings", value);

    assertThat(ClaudeWords.startable(command)).isEqualTo(command);
  }

  @Test
  void aCommandWithoutThemStays() {
    assertThat(ClaudeWords.startable(List.of("--settings", "/none"))).hasSize(2);
    assertThat(ClaudeWords.startable(List.of("tool", "--settings"))).hasSize(2);
  }
}
