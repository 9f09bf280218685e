package dev.engine.host.worker;

import dev.engine.host.ClaudeWorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words of a command, as Claude Code can start with them. */
final class ClaudeWords {

  private static final String OPTION = "--settings";

  private final ClaudeWorkerSettings settings;

  ClaudeWords(ClaudeWorkerSettings settings) {
    this.settings = settings;
  }

  /**
   * {@code command} with {@code --settings FILE} for the project's hooks, wherever they stand, in
   * the place of those for the project's shared settings; and without any where there is no such
   * file, for then the client would not start: a project has none whose hooks come by the plugin.
   *
   * @throws IOException if the settings cannot be read, or made
   */
  List<String> startable(List<String> command) throws IOException {
    List<String> words = new ArrayList<>(command);
    int option = words.indexOf(OPTION);
    if (option <= 0 || option + 1 == words.size()) {
      return List.copyOf(words);
    }
    if (words.get(option + 1).equals(settings.shared().toString())) {
      words.set(option + 1, settings.file().toString());
    }
    if (isMissing(words.get(option + 1))) {
      words.subList(option, option + 2).clear();
    }
    return List.copyOf(words);
  }

  private static boolean isMissing(String file) {
    try {
      return file.startsWith("/") && Files.notExists(Path.of(file)); // it may be JSON as well
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
