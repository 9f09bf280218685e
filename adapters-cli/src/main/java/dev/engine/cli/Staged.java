package dev.engine.cli;

import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import java.util.List;

/** How staged items look in a terminal. */
final class Staged {

  private Staged() {}

  /** What a command that changed one says. */
  static String sentence(StagedItem item) {
    return "staged item %s (%s): %s".formatted(item.id(), stateName(item.state()), item.title());
  }

  /** {@code staged}, or the verdict. */
  static String stateName(State state) {
    return switch (state) {
      case State.Staged staged -> "staged";
      case State.Resolved resolved -> resolved.verdict().wireName();
    };
  }

  static Table table(List<StagedItem> items, Output output) {
    Table table = new Table("ITEM", "CONVERSATION", "KIND", "STATE", "STAGED", "TITLE");
    for (StagedItem item : items) {
      Object conversation = item.provenance().conversation();
      table.row(
          Cell.of(item.id(), Tone.ACCENT),
          Cell.of(conversation == null ? "" : conversation),
          Cell.of(item.kind()),
          state(item.state(), output),
          output.ago(item.stagedAt()),
          Cell.of(item.title()));
    }
    return table;
  }

  private static Cell state(State state, Output output) {
    return switch (state) {
      case State.Staged staged when staged.expiresAt() != null ->
          Cell.of("waits, expires " + output.since(staged.expiresAt()), Tone.WARN);
      case State.Staged staged -> Cell.of("waits", Tone.WARN);
      case State.Resolved resolved -> Cell.of(resolved.verdict(), Tone.MUTED);
    };
  }
}
