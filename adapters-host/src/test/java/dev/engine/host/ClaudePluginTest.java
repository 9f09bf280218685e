package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaudePluginTest {

  private static final String ON = "{\"enabledPlugins\": {\"engine@engine\": true}}";
  private static final String OFF = "{\"enabledPlugins\": {\"engine@engine\": false}}";

  @TempDir private Path folder;

  @Test
  void theLastFileThatSpeaksOfItDecides() throws IOException {
    Path person = file("person", ON);
    Path project = file("project", OFF);
    Path silent = file("silent", "{\"enabledPlugins\": {\"other@engine\": true}}");
    Path missing = folder.resolve("missing");

    assertThat(ClaudePlugin.isEnabledIn(List.of(person, silent, missing))).isTrue();
    assertThat(ClaudePlugin.isEnabledIn(List.of(person, project, silent))).isFalse();
    assertThat(ClaudePlugin.isEnabledIn(List.of(project, person))).isTrue();
    assertThat(ClaudePlugin.isEnabledIn(List.of(silent, missing))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "{\"enabledPlugins\": ",
        "[]",
        "{\"enabledPlugins\": [\"engine@engine\"]}",
        "{\"enabledPlugins\": {\"engine@engine\": \"true\"}}",
      })
  void whatTheClientWouldNotTakeEnablesNothing(String settings) throws IOException {
    assertThat(ClaudePlugin.isEnabledIn(List.of(file("settings", settings)))).isFalse();
  }

  @Test
  void aMarkOfItsEncodingIsPassedOver() throws IOException {
    assertThat(ClaudePlugin.isEnabledIn(List.of(file("settings", "\uFEFF" + ON)))).isTrue();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
