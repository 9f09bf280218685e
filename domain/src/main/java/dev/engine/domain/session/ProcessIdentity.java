package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process of this machine, told from a later one with the same number by when it started.
 *
 * @param pid a positive process number
 * @param startedAt to the precision the system gives, by the clock as it was set when this was
 *     found out; null where it could not be read
 * @param birth the same whatever the clock says; null where the system does not count it
 */
public record ProcessIdentity(long pid, @Nullable Instant startedAt, @Nullable Birth birth) {

  /** The kernel counts in ticks from a boot time that is only known to the second. */
  private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

  /**
   * @throws InvalidInput unless {@code pid} is positive
   */
  public ProcessIdentity {
    if (pid <= 0) {
      throw new InvalidInput("pid", "a positive number", Long.toString(pid));
    }
  }

  /** A process of which only the clock tells when it started. */
  public ProcessIdentity(long pid, @Nullable Instant startedAt) {
    this(pid, startedAt, null);
  }

  /** Whether it can have been running at {@code at}, rather than have its number from then on. */
  public boolean canHaveRunAt(Instant at) {
    return startedAt == null || !startedAt.isAfter(at.plus(CLOCK_GRAIN));
  }

  /**
   * Whether both are one process. Where only one birth is known the start times decide, and without
   * a start time on either side the number.
   */
  public boolean isSameAs(ProcessIdentity other) {
    if (pid != other.pid) {
      return false;
    }
    if (birth != null && other.birth != null) {
      return birth.equals(other.birth);
    }
    return startedAt == null
        || other.startedAt == null
        || Duration.between(startedAt, other.startedAt).abs().compareTo(CLOCK_GRAIN) <= 0;
  }

  /** Whether it is known to have started after {@code other}. */
  boolean isYoungerThan(ProcessIdentity other) {
    if (birth != null && other.birth != null && birth.space().equals(other.birth.space())) {
      return birth.ticks() > other.birth.ticks();
    }
    return startedAt != null
        && other.startedAt != null
        && startedAt.isAfter(other.startedAt.plus(CLOCK_GRAIN));
  }

  /**
   * What is known of the process that {@code newer} tells of. An event that was kept for a while
   * may find its process gone, and then tells less than is known already.
   */
  ProcessIdentity updatedWith(ProcessIdentity newer) {
    boolean tellsMore = birth == null && (newer.birth != null || startedAt == null);
    return isSameAs(newer) && !tellsMore ? this : newer;
  }

  /** Whether it can ever be said to be gone: somebody has seen it start. */
  boolean isTraceable() {
    return startedAt != null || birth != null;
  }

  /**
   * What has become of this process, as far as it can be proven. A clock that was set proves
   * nothing, and nothing is known of processes in a space that cannot be seen.
   *
   * @param holder the process that has its number now; null if none has
   * @param here from where {@code holder} was looked for; null where births are not counted
   */
  public Fate fate(@Nullable ProcessIdentity holder, @Nullable Vantage here) {
    if (birth == null) {
      return fateByClock(holder, here);
    }
    if (here == null) {
      return Fate.UNKNOWN;
    }
    if (!birth.space().boot().equals(here.space().boot())) {
      return startedBefore(here.bootedAt()) ? Fate.GONE : Fate.UNKNOWN;
    }
    if (!birth.space().equals(here.space())) {
      return Fate.UNKNOWN;
    }
    if (holder == null) {
      return Fate.GONE;
    }
    if (holder.birth == null) {
      return Fate.UNKNOWN;
    }
    return holder.birth.equals(birth) ? Fate.ALIVE : Fate.GONE;
  }

  /** Another kernel has another boot id too, but a process that runs on it may well be younger. */
  private boolean startedBefore(Instant bootedAt) {
    return startedAt != null && startedAt.plus(CLOCK_GRAIN).isBefore(bootedAt);
  }

  private Fate fateByClock(@Nullable ProcessIdentity holder, @Nullable Vantage here) {
    if (startedAt == null) {
      return Fate.UNKNOWN;
    }
    if (holder == null) {
      return Fate.GONE;
    }
    if (isSameAs(holder)) {
      return Fate.ALIVE;
    }
    // Where births are counted, start times are worked out of them by the clock, which may be set.
    return here == null ? Fate.GONE : Fate.UNKNOWN;
  }
}
