package dev.engine.cli;

import java.util.ArrayList;
import java.util.List;

/** A text in lines that are not longer than a terminal is wide. */
final class Lines {

  private Lines() {}

  /**
   * {@code text} broken between words; a word that is longer than a line has one of its own.
   *
   * @return at least one line
   */
  static List<String> of(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && Cell.of(line + " " + word).columns() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
