package dev.engine.domain.database;

import java.util.List;

/** What became of building a database anew from the schema. */
public sealed interface Rebuilding {

  /**
   * The new file is in place.
   *
   * @param old the file as it was
   * @param copied the rows that were carried over, by table
   * @param leftBehind what the schema has no place for, one line each; it is in {@code old}
   */
  record Rebuilt(Backup old, List<TableRows> copied, List<String> leftBehind)
      implements Rebuilding {

    public Rebuilt {
      copied = List.copyOf(copied);
      leftBehind = List.copyOf(leftBehind);
    }
  }

  /**
   * Somebody is connected; nothing was changed.
   *
   * @param processes who, as far as it can be seen
   */
  record InUse(List<Long> processes) implements Rebuilding {

    public InUse {
      processes = List.copyOf(processes);
    }
  }
}
