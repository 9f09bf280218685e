package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process of this machine, told from a later one with the same number by when it started.
 *
 * @param pid a positive process number
 * @param startedAt to the precision the system gives; null where it could not be read
 */
public record ProcessIdentity(long pid, @Nullable Instant startedAt) {

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

  /** Whether it can have been running at {@code at}, rather than have its number from then on. */
  public boolean canHaveRunAt(Instant at) {
    return startedAt == null || !startedAt.isAfter(at.plus(CLOCK_GRAIN));
  }

  /** Whether both are one process. Without a start time on either side the number decides. */
  public boolean isSameAs(ProcessIdentity other) {
    if (pid != other.pid) {
      return false;
    }
    return startedAt == null
        || other.startedAt == null
        || Duration.between(startedAt, other.startedAt).abs().compareTo(CLOCK_GRAIN) <= 0;
  }
}
