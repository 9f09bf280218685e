package dev.engine.domain.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of restoring a continuous copy on trial.
 *
 * @param folder of the copy
 * @param found what a look at every page and every row found
 * @param journalHead the position of its last event; 0 if it has none
 * @param expectedHead the position of the database's last event when the trial began
 */
public record CopyTrial(Path folder, Verification found, long journalHead, long expectedHead) {

  /** What speaks against it, one line each; empty if it is proven. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(found.problems());
    if (journalHead < expectedHead) {
      problems.add(
          "it goes on to event %d, the database to %d".formatted(journalHead, expectedHead));
    }
    return List.copyOf(problems);
  }
}
