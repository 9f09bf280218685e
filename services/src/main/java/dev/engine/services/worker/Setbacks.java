package dev.engine.services.worker;

import dev.engine.domain.TextLength;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptEnd.Failed;
import dev.engine.domain.worker.AttemptEnd.PutOff;
import dev.engine.domain.worker.BackOff;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Workers that could not be begun for reasons that may pass: each is put off, longer each time, and
 * does not count as tried; what does not pass is a failure in the end, of which its owner is told.
 *
 * <p>For one thread. It is forgotten with its engine, and then all have their chances anew.
 */
final class Setbacks {

  /** Half a minute after the first look: as long as it takes to update a program. */
  private static final int MOST_UNREADY = 3;

  /** Twenty minutes after the first. */
  private static final int MOST_HINDERED = 8;

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;

  /** A bound for those that are cancelled meanwhile, and so never heard of again. */
  private static final int MOST_REMEMBERED = 1_000;

  private final LinkedHashMap<WorkerId, Setback> byWorker = new LinkedHashMap<>();
  private long startedCount;
  private int hinderedInARow;
  private @Nullable Instant restingSince;

  /**
   * How one worker fared.
   *
   * @param count how often in a row it could not be begun
   * @param startedBefore how many had been started when it was first so
   */
  private record Setback(int count, long startedBefore) {

    private Setback again() {
      return new Setback(count + 1, startedBefore);
    }
  }

  /** The machine can start programs. */
  void started() {
    startedCount++;
    hinderedInARow = 0;
    restingSince = null;
  }

  /** {@code worker} is, or was, at work. */
  void begun(WorkerId worker) {
    byWorker.remove(worker);
  }

  /** How the attempt of {@code worker} ends whose program is not there now, or was killed early. */
  AttemptEnd unready(WorkerId worker, String reason, Instant at) {
    Setback setback = next(worker);
    return setback.count() < MOST_UNREADY ? putOff(setback, reason, at) : failed(worker, reason);
  }

  /**
   * How the attempt of {@code worker} ends for which the machine has not what it takes; nobody is
   * to be begun for a while. While that is so nobody fails by it: only where others could be
   * started meanwhile, it is not the machine.
   */
  AttemptEnd hindered(WorkerId worker, String reason, Instant at) {
    hinderedInARow++;
    restingSince = at;
    Setback setback = next(worker);
    boolean isItsOwn = setback.count() >= MOST_HINDERED && startedCount > setback.startedBefore();
    return isItsOwn ? failed(worker, reason) : putOff(setback, reason, at);
  }

  /** Whether nobody is to be begun yet. */
  boolean isResting(Instant now) {
    if (restingSince == null) {
      return false;
    }
    Duration rest =
        FIRST_REST.multipliedBy(1L << Math.min(hinderedInARow - 1, MOST_DOUBLINGS)); // 64 s at most
    // A clock that was set back measures nothing, and then nobody waits.
    return !now.isBefore(restingSince) && now.isBefore(restingSince.plus(rest));
  }

  private Setback next(WorkerId worker) {
    Setback setback =
        byWorker.merge(worker, new Setback(1, startedCount), (before, any) -> before.again());
    if (byWorker.size() > MOST_REMEMBERED) {
      byWorker.pollFirstEntry();
    }
    return setback;
  }

  private static AttemptEnd putOff(Setback setback, String reason, Instant at) {
    return new PutOff(cut(reason), at.plus(BackOff.after(setback.count())));
  }

  private AttemptEnd failed(WorkerId worker, String reason) {
    byWorker.remove(worker);
    return failed(reason);
  }

  /** How an attempt ends that can never run. */
  static AttemptEnd failed(String reason) {
    return new Failed(cut(reason), null, Usage.UNKNOWN);
  }

  private static String cut(String reason) {
    return TextLength.headline(reason, Failed.MAX_REASON);
  }
}
