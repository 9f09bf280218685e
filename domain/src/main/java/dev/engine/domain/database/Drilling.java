package dev.engine.domain.database;

import java.util.List;

/** What became of restoring a backup on trial. */
public sealed interface Drilling {

  /** The backup, with what is known of it now. */
  Backup backup();

  /**
   * What was restored answers as the backup does, and as the database did when it was taken.
   *
   * @param answersCount how many questions were asked of both
   * @param rows of every table by name
   */
  record Proven(Backup backup, int answersCount, List<TableRows> rows) implements Drilling {

    public Proven {
      rows = List.copyOf(rows);
    }
  }

  /**
   * It cannot be restored, or answers otherwise.
   *
   * @param differences one line each, 1 or more
   */
  record Failed(Backup backup, List<String> differences) implements Drilling {

    public Failed {
      differences = List.copyOf(differences);
    }
  }
}
