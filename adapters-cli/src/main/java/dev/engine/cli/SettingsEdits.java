package dev.engine.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.domain.install.SettingsEdit.Changed;
import dev.engine.domain.install.SettingsEdit.Created;
import dev.engine.domain.install.SettingsEdit.Deleted;
import dev.engine.domain.install.SettingsEdit.Unchanged;
import java.util.List;

/** How an edit of Claude Code's settings is shown. */
final class SettingsEdits {

  /** As many unchanged lines around each change as other tools show. */
  private static final int CONTEXT_LINES = 3;

  /** The name of a file that is not there, as other tools write it. */
  private static final String NOTHING = "/dev/null";

  private SettingsEdits() {}

  /** What happens to the file, in one word. */
  static String change(SettingsEdit edit) {
    return switch (edit) {
      case Created created -> "created";
      case Changed changed -> "changed";
      case Deleted deleted -> "deleted";
      case Unchanged unchanged -> "unchanged";
    };
  }

  /** The unified difference, line by line; empty if nothing changes. */
  static List<String> difference(SettingsEdit edit) {
    String file = edit.file().toString();
    return switch (edit) {
      case Created created -> difference(NOTHING, file, "", created.after());
      case Changed changed -> difference(file, file, changed.before(), changed.after());
      case Deleted deleted -> difference(file, NOTHING, deleted.before(), "");
      case Unchanged unchanged -> List.of();
    };
  }

  /** Those that change something; if none does, the last, which is about the shared settings. */
  static List<SettingsEdit> worthTelling(List<SettingsEdit> edits) {
    List<SettingsEdit> changes =
        edits.stream().filter(edit -> !(edit instanceof Unchanged)).toList();
    return changes.isEmpty() ? List.of(edits.getLast()) : changes;
  }

  /** Prints the differences, or that there are none. */
  static void print(Output output, List<SettingsEdit> edits) {
    worthTelling(edits).forEach(edit -> print(output, edit));
  }

  /** Prints the difference, or that there is none. */
  private static void print(Output output, SettingsEdit edit) {
    if (edit instanceof Unchanged) {
      output.line(Cell.of("Nothing would change in " + edit.file() + ".", Tone.MUTED));
    }
    difference(edit).forEach(line -> output.line(Cell.of(line, tone(line))));
  }

  /** An edit on the wire: the difference is empty where nothing changes. */
  record SettingsEditJson(String file, String change, List<String> difference) {

    static SettingsEditJson of(SettingsEdit edit) {
      return new SettingsEditJson(
          edit.file().toString(), SettingsEdits.change(edit), SettingsEdits.difference(edit));
    }
  }

  private static List<String> difference(String from, String to, String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        from, to, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT_LINES);
  }

  private static Tone tone(String line) {
    if (line.startsWith("+")) {
      return Tone.PASS;
    }
    if (line.startsWith("-")) {
      return Tone.FAIL;
    }
    return line.startsWith("@@") ? Tone.ACCENT : Tone.NORMAL;
  }
}
