package dev.engine.domain.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of going back to a backup. */
public sealed interface Restoring {

  /**
   * The database is as the backup was.
   *
   * @param version the number of the schema it has now
   * @param replaced the file as it was before; null if there was none
   */
  record Restored(int version, @Nullable Backup replaced) implements Restoring {}

  /** The backup itself is damaged; nothing was changed. */
  record Unsound(Verification verification) implements Restoring {}

  /**
   * Somebody is connected; nothing was changed.
   *
   * @param processes who, as far as it can be seen
   */
  record InUse(List<Long> processes) implements Restoring {

    public InUse {
      processes = List.copyOf(processes);
    }
  }
}
