package dev.engine.domain.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of taking over a database that has no history of migrations. */
public sealed interface Adopting {

  /** Its schema was compared with all versions. */
  sealed interface Compared extends Adopting {}

  /**
   * It is the engine's database now.
   *
   * @param baseline the number of the schema it had
   * @param applied what it was brought up by, by number; may be empty
   * @param replaced what was in its place or what it was before; null if there were no rows to lose
   */
  record Adopted(int baseline, List<Migration> applied, @Nullable Backup replaced)
      implements Compared {

    public Adopted {
      applied = List.copyOf(applied);
    }
  }

  /**
   * Its schema equals none of the versions; nothing was changed.
   *
   * @param nearest the number of the version with the fewest differences
   * @param differences from that version, one line each
   */
  record Differs(int nearest, List<String> differences) implements Compared {

    public Differs {
      differences = List.copyOf(differences);
    }
  }

  /** It has a history: it is an engine's database already; nothing was changed. */
  record HasHistory() implements Adopting {}

  /** It is damaged; nothing was changed. */
  record Unsound(Verification verification) implements Adopting {}

  /**
   * Somebody is connected to the database it would replace; nothing was changed.
   *
   * @param processes who, as far as it can be seen
   */
  record InUse(List<Long> processes) implements Adopting {

    public InUse {
      processes = List.copyOf(processes);
    }
  }
}
