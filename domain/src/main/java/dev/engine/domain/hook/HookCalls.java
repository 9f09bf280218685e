package dev.engine.domain.hook;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The calls of hooks, remembered for a week.
 *
 * <p>A call that tells of a session is remembered by {@code Sessions}, together with what it
 * changed. Each method is one atomic step and safe against other processes on the same store. Any
 * of them may throw {@link StorageUnavailable}. {@code HookCallsContract} is this interface in
 * tests.
 */
public interface HookCalls {

  /** Remembers a call that tells of no session, unless one with its id is remembered. */
  Recording record(RecordedCall call);

  Optional<RecordedCall> find(HookEventId id);

  /** The calls made last, the newest first; of the same time, those with the greater id first. */
  List<RecordedCall> recent(Limit limit);

  /** What became of the calls since {@code since}, counted, by {@link HookTally#IN_ORDER}. */
  List<HookTally> tally(Instant since);

  /**
   * Forgets calls that were made before {@code before}, the oldest first and at most {@code most},
   * so that nobody has to wait for long.
   *
   * @return how many were forgotten; fewer than {@code most} if none are left
   */
  int forget(Instant before, Limit most);
}
