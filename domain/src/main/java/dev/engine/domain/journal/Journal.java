package dev.engine.domain.journal;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;

/**
 * Every change of state, in the order of the commits. Nobody writes here by itself: a port writes
 * the events of its step in the transaction of that step, so that neither exists without the other.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code JournalContract} is this interface in tests.
 */
public interface Journal {

  /**
   * What {@code filter} lets through behind {@code position}, oldest first. Whoever goes on behind
   * the last position they were given misses nothing and sees nothing twice.
   *
   * @param position 0 from the start
   */
  List<Event> after(long position, EventFilter filter, Limit limit);

  /**
   * What {@code filter} lets through in front of {@code position}, newest first.
   *
   * @param position {@link Long#MAX_VALUE} from the end
   */
  List<Event> before(long position, EventFilter filter, Limit limit);

  /** The position of the newest event; 0 if there never was one. It never goes back. */
  long head();

  /**
   * Removes events that happened before {@code olderThan}, but never the newest of all, which keeps
   * {@link #head} where it is.
   *
   * @param batch how many at most, so that no other writer waits long
   */
  Pruning prune(Instant olderThan, Limit batch);
}
