package dev.engine.cli;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupOutcome;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.TableRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the database file and what was done to it look in a terminal. */
final class Database {

  private Database() {}

  static Table backups(List<Backup> backups, Output output) {
    Table table = new Table("BACKUP", "TAKEN", "SIZE", "STATE", "FILE");
    for (Backup backup : backups) {
      table.row(
          Cell.of(backup.name(), Tone.ACCENT),
          output.ago(backup.takenAt()),
          Cell.of(Bytes.of(backup.bytes())),
          Cell.of(backup.outcome(), tone(backup.outcome())),
          Cell.of(backup.fileName()));
    }
    return table;
  }

  /** The backup that is called {@code named}; empty if none is, or it is a path. */
  static Optional<Backup> backup(Context context, Path named) {
    boolean isName = !named.isAbsolute() && named.getNameCount() == 1;
    return isName
        ? context.backups().list().stream()
            .filter(backup -> backup.fileName().equals(named.toString()))
            .findFirst()
        : Optional.empty();
  }

  private static Tone tone(BackupOutcome outcome) {
    return switch (outcome) {
      case PROVEN -> Tone.PASS;
      case TAKEN -> Tone.NORMAL;
      case KEPT -> Tone.MUTED;
      case FAILED -> Tone.FAIL;
    };
  }

  /** {@code newest of 3h ago, proven of 1d ago}, or what else there is to say. */
  static String standing(BackupStanding standing, Instant now) {
    String good =
        standing.latest() == null
            ? "none that is good: `engine db backup` takes one"
            : "newest of %s ago, %s"
                .formatted(
                    Ago.of(standing.latest().takenAt(), now),
                    standing.proven() == null
                        ? "none proven: `engine db drill` tries one"
                        : "proven of %s ago".formatted(Ago.of(standing.proven().takenAt(), now)));
    return standing.trouble() == null
        ? good
        : "%s; failing: %s".formatted(good, standing.trouble().reason());
  }

  /** {@code follows, in /mnt/copy}, or what else there is to say. */
  static String standing(CopyStanding copy, boolean isServed, Instant now) {
    if (copy.trouble() != null) {
      return "stands still for %s, in %s: %s"
          .formatted(Ago.of(copy.trouble().since(), now), copy.folder(), copy.trouble().reason());
    }
    if (!isServed) {
      return "no engine goes on with the one in " + copy.folder();
    }
    return copy.completeTo() == null
        ? "begins, in " + copy.folder()
        : "follows, in %s%s"
            .formatted(
                copy.folder(), copy.isOnSameDisk() ? ", which is on the disk of the database" : "");
  }

  static Table rows(List<TableRows> rows) {
    Table table = new Table("TABLE", "ROWS");
    for (TableRows one : rows) {
      table.row(Cell.of(one.table()), Cell.of("%,d".formatted(one.rows())));
    }
    return table;
  }

  /** {@code session_notifications (3 rows)}, several with commas between them. */
  static String counted(List<TableRows> rows) {
    return rows.stream()
        .map(one -> "%s (%s)".formatted(one.table(), Counts.of(one.rows(), "row")))
        .collect(Collectors.joining(", "));
  }

  /** One line for each migration. */
  static void print(Output output, String what, List<Migration> migrations) {
    migrations.forEach(migration -> output.line("%s %s".formatted(what, migration)));
  }

  /** What undoes a change. */
  static void printUndo(Output output, @Nullable Backup backup) {
    if (backup != null) {
      output.line(
          Cell.of("`engine db restore %s` undoes it".formatted(backup.fileName()), Tone.MUTED));
    }
  }
}
