package dev.engine.app;

import java.nio.file.Path;
import java.util.Map;

/** Where the client keeps what a person has set for all projects. */
final class ClaudeFolder {

  private ClaudeFolder() {}

  /** The file with those settings, which need not be there. */
  static Path settings(Map<String, String> environment) {
    String chosen = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
    Path folder =
        chosen.isEmpty() ? Path.of(System.getProperty("user.home"), ".claude") : Path.of(chosen);
    return folder.resolve("settings.json");
  }
}
