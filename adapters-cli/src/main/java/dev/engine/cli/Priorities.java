package dev.engine.cli;

import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.Priority.State;
import java.util.List;

/** How priorities look in a terminal. */
final class Priorities {

  private Priorities() {}

  /** What a command that changed one says. */
  static String sentence(Priority priority) {
    String standing =
        switch (priority.state()) {
          case State.Open open -> "open";
          case State.Done done -> "done";
        };
    return "priority %s (%s, %s in %s): %s"
        .formatted(priority.id(), standing, priority.level(), priority.pool(), priority.content());
  }

  static Table table(List<Priority> priorities, Output output) {
    Table table = new Table("PRIORITY", "POOL", "LEVEL", "ADDED", "DONE", "WHAT");
    for (Priority priority : priorities) {
      table.row(
          Cell.of(priority.id(), Tone.ACCENT),
          Cell.of(priority.pool()),
          Cell.of(priority.level(), tone(priority.level())),
          output.ago(priority.createdAt()),
          done(priority.state(), output),
          Cell.of(priority.content()));
    }
    return table;
  }

  private static Cell done(State state, Output output) {
    return switch (state) {
      case State.Open open -> Cell.of("");
      case State.Done done -> output.ago(done.at());
    };
  }

  private static Tone tone(Level level) {
    return switch (level) {
      case CRITICAL -> Tone.FAIL;
      case HIGH -> Tone.WARN;
      case MEDIUM -> Tone.NORMAL;
      case LOW -> Tone.MUTED;
    };
  }
}
