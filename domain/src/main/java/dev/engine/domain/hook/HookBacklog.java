package dev.engine.domain.hook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What hooks have left behind for others to see to.
 *
 * @param waitingCount events in the spool that are not stored yet
 * @param waitingSince when the hook of the oldest of them was called; null if none waits
 * @param setAsideCount files in the spool that could not be read
 * @param setAsideSince when the oldest of those came; null if there is none
 * @param spoolOnlyUntil until when hooks ask neither engine nor database, because five calls in a
 *     row took too long; null if they do ask. A time that has passed counts as null
 */
public record HookBacklog(
    int waitingCount,
    @Nullable Instant waitingSince,
    int setAsideCount,
    @Nullable Instant setAsideSince,
    @Nullable Instant spoolOnlyUntil) {

  /** All is stored. */
  public static final HookBacklog NONE = new HookBacklog(0, null, 0, null, null);

  /** Whether nothing waits and nothing was set aside. */
  public boolean isEmpty() {
    return waitingCount == 0 && setAsideCount == 0;
  }
}
