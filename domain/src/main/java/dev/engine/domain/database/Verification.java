package dev.engine.domain.database;

import java.nio.file.Path;
import java.util.List;

/**
 * What a look at every page and every row of a database found.
 *
 * @param version the number of its schema
 * @param rows of every table, by name
 * @param problems one line each, at most 100 of each kind; empty for a sound file
 */
public record Verification(Path file, int version, List<TableRows> rows, List<String> problems) {

  public Verification {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  public boolean isSound() {
    return problems.isEmpty();
  }
}
