package dev.engine.host.worker;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words of a command, as Claude Code can start with them. */
final class ClaudeWords {

  private static final String SETTINGS = "--settings";

  private ClaudeWords() {}

  /**
   * {@code command} without {@code --settings FILE} where there is no such file, for then the
   * client would not start: a project has none whose hooks come by the plugin.
   */
  static List<String> startable(List<String> command) {
    List<String> words = new ArrayList<>(command);
    int option = words.indexOf(SETTINGS);
    if (option > 0 && option + 1 < words.size() && isMissing(words.get(option + 1))) {
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
