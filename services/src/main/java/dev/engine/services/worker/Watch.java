package dev.engine.services.worker;

import dev.engine.domain.host.WorkerPrograms.Nudge;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkUnderway;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is underway, and what its runner knows of it. Its age is the time that it was
 * watched for, and that of its process when it was first seen: neither a clock that is set nor a
 * machine that sleeps makes one too old that is watched.
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
  private @Nullable Duration age;
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

  /** Its process is there while this engine is; how old it is counts the first time. */
  void see(Duration ageOfProcess) {
    age = age == null ? ageOfProcess : age;
  }

  boolean isSeen() {
    return age != null;
  }

  /** It has become older, if it was seen. */
  void pass(Duration time) {
    age = age == null ? null : age.plus(time);
  }

  /** How it is to be signalled now; empty for not at all. */
  Optional<Nudge> nudge() {
    return age == null ? Optional.empty() : nudgeAt(age);
  }

  private Optional<Nudge> nudgeAt(Duration now) {
    if (wish == null && timeout != null && now.compareTo(timeout) >= 0) {
      wish = Wish.TIME_IS_UP;
    }
    if (wish == null) {
      return Optional.empty();
    }
    if (askedAt == null) {
      askedAt = now;
      return Optional.of(Nudge.ASK);
    }
    boolean isDue =
        killedAt == null
            ? now.compareTo(askedAt.plus(GRACE)) >= 0
            : now.compareTo(killedAt.plus(BETWEEN_KILLS)) >= 0;
    if (!isDue) {
      return Optional.empty();
    }
    killedAt = now;
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
