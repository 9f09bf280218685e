package dev.engine.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Engine's plugin in Claude Code's settings: {@code {"enabledPlugins": {"engine@engine": true}}},
 * by its own name and that of the marketplace which comes with Engine.
 */
final class ClaudePlugin {

  private static final String ENABLED = "enabledPlugins";
  private static final String NAME = "engine@engine";

  private ClaudePlugin() {}

  /**
   * Whether the last of {@code files} that speaks of it has it enabled. What cannot be read speaks
   * of nothing: the client could not read it either.
   *
   * @param files settings, the ones that win last
   */
  static boolean isEnabledIn(List<Path> files) {
    return files.stream()
        .map(ClaudePlugin::said)
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later)
        .orElse(false);
  }

  private static Optional<Boolean> said(Path file) {
    try {
      return new SettingsFile(file)
          .read()
          .map(SettingsEditor::withoutMark)
          .filter(text -> !text.isBlank())
          .flatMap(text -> JsonOutline.of(text).get(ENABLED))
          .flatMap(ClaudePlugin::ofPlugin);
    } catch (IOException | UnreadableSettings unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> ofPlugin(JsonPart enabled) {
    return enabled instanceof JsonPart.Obj plugins
        ? plugins.get(NAME).map(part -> part.value().equals(JsonValue.of(true)))
        : Optional.empty();
  }
}
