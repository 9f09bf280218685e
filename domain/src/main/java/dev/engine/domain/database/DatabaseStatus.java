package dev.engine.domain.database;

import java.nio.file.Path;
import java.util.List;

/**
 * What there is to know about a database file without reading its rows.
 *
 * @param file where it is, or would be
 */
public record DatabaseStatus(Path file, State state) {

  /** Whether there is a file. */
  public sealed interface State {

    /** There is none yet. */
    record Missing() implements State {}

    /**
     * There is one.
     *
     * @param version the number of the schema it has, 0 for an empty file
     * @param applied what it has gone through, by number; empty for a file without a history
     * @param pending what {@code migrate} would apply, by number
     * @param held what waits for the person's word, by number
     */
    record Present(
        int version,
        List<AppliedMigration> applied,
        List<Migration> pending,
        List<HeldMigration> held,
        FileSize size)
        implements State {

      public Present {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        held = List.copyOf(held);
      }
    }
  }
}
