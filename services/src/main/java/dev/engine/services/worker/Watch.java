package dev.engine.services.worker;

import dev.engine.domain.host.WorkerPrograms.Nudge;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkUnderway;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is underway, and what its runner knows of it. Ages are those of its process: no
 * clock that is set makes one too old.
 *
 * <p>For one thread.
 */
final class Watch {

  /** Between being asked to end and being killed. */
  static final Duration GRACE = Duration.ofSeconds(10);

  /** What does not die at once will not die sooner by being killed more often. */
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(1);

  private final AttemptId id;
  private final @Nullable Duration timeout;
  private WorkUnderway work;
  private boolean isSeen;
  private @Nullable Wish wish;
  private @Nullable Duration askedAt;
  private @Nullable Duration killedAt;

  Watch(WorkUnderway work, @Nullable Duration timeout) {
    this.id = work.attempt().id();
    this.work = work;
    this.timeout = timeout;
  }

  /** Why an attempt is made to end. */
  private enum Wish {
    CANCEL,
    TIME_IS_UP
  }

  AttemptId id() {
    return id;
  }

  WorkUnderway work() {
    return work;
  }

  /** What is stored of it by now. */
  void update(WorkUnderway stored) {
    work = stored;
    if (stored.worker().isToBeCancelled() && wish == null) {
      wish = Wish.CANCEL;
    }
  }

  /** Its process was there while this engine was. */
  void see() {
    isSeen = true;
  }

  boolean isSeen() {
    return isSeen;
  }

  /** How it is to be signalled now that it is {@code age} old; empty for not at all. */
  Optional<Nudge> nudgeAt(Duration age) {
    if (wish == null && timeout != null && age.compareTo(timeout) >= 0) {
      wish = Wish.TIME_IS_UP;
    }
    if (wish == null) {
      return Optional.empty();
    }
    if (askedAt == null) {
      askedAt = age;
      return Optional.of(Nudge.ASK);
    }
    boolean isDue =
        killedAt == null
            ? age.compareTo(askedAt.plus(GRACE)) >= 0
            : age.compareTo(killedAt.plus(BETWEEN_KILLS)) >= 0;
    if (!isDue) {
      return Optional.empty();
    }
    killedAt = age;
    return Optional.of(Nudge.KILL);
  }

  /** How it ends because that was wanted, rather than by itself; empty if nobody wanted it. */
  Optional<AttemptEnd> wanted() {
    if (wish == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (wish) {
          case CANCEL -> new AttemptEnd.Cancelled();
          case TIME_IS_UP -> new AttemptEnd.TimedOut();
        });
  }
}
