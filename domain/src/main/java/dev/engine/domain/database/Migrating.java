package dev.engine.domain.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of bringing a database up to this program's schema. */
public sealed interface Migrating {

  /**
   * It was brought up, or made.
   *
   * @param applied by number
   * @param version the number of the schema it has now
   * @param backup the file as it was; null if it had no rows to lose
   */
  record Migrated(List<Migration> applied, int version, @Nullable Backup backup)
      implements Migrating {

    public Migrated {
      applied = List.copyOf(applied);
    }
  }

  /** There was nothing to apply. */
  record UpToDate(int version) implements Migrating {}

  /** It has tables and no record of how they came about; nothing was changed. */
  record NoHistory() implements Migrating {}
}
