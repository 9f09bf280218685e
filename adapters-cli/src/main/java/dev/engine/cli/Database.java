package dev.engine.cli;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.TableRows;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the database file and what was done to it look in a terminal. */
final class Database {

  private Database() {}

  static Table backups(List<Backup> backups, Output output) {
    Table table = new Table("BACKUP", "TAKEN", "SIZE", "FILE");
    for (Backup backup : backups) {
      table.row(
          Cell.of(backup.name(), Tone.ACCENT),
          output.ago(backup.takenAt()),
          Cell.of(Bytes.of(backup.bytes())),
          Cell.of(backup.fileName()));
    }
    return table;
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
