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
   * It is of an older schema, whose rows only the migrations know how to carry over; nothing was
   * changed.
   *
   * @param pending by number, 1 or more
   */
  record NotYet(List<Migration> pending) implements Rebuilding {

    public NotYet {
      pending = List.copyOf(pending);
    }
  }

  /** It has no record of how its tables came about; nothing was changed. */
  record NoHistory() implements Rebuilding {}

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
