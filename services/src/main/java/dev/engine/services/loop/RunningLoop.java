package dev.engine.services.loop;

import dev.engine.domain.host.Pauses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A loop that runs in one thread until it is stopped; its status can be read from any. */
final class RunningLoop implements Runnable {

  /** Doubling beyond that would overflow, and is longer than the longest rest anyway. */
  private static final int MOST_DOUBLINGS = 20;

  /** What fails on and on is told as often as a loop that rests longest tries again. */
  private static final Duration TOLD_EVERY = Duration.ofMinutes(5);

  private final Loop loop;
  private final Pauses pauses;
  private final InstantSource clock;
  private final LoopObserver observer;
  private final AtomicReference<LoopStatus> status;

  RunningLoop(Loop loop, Pauses pauses, InstantSource clock, LoopObserver observer) {
    this.loop = loop;
    this.pauses = pauses;
    this.clock = clock;
    this.observer = observer;
    this.status = new AtomicReference<>(LoopStatus.untried(loop.name()));
  }

  LoopStatus status() {
    return status.get();
  }

  /** Runs rounds until its thread is interrupted, the first one at once, whatever they throw. */
  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      Duration rest = round();
      if (!rest.isZero()) {
        pauses.pause(rest);
      }
    }
  }

  private Duration round() {
    try {
      Loop.Rest left = loop.work().run();
      status.updateAndGet(before -> before.succeeded(clock.instant()));
      return switch (left) {
        case NOTHING_LEFT -> loop.every();
        case MORE_TO_DO -> Duration.ZERO;
      };
    } catch (Throwable failure) { // an error too, as of memory: the next round may have enough
      LoopStatus now = status.updateAndGet(before -> before.failed(clock.instant(), failure));
      if (isToBeTold(now.failuresInARow())) {
        tell(now, failure);
      }
      return afterFailures(now.failuresInARow());
    }
  }

  /** Soon after the first less and less often, for what lasts would fill a log. */
  private boolean isToBeTold(int inARow) {
    long inBetween = Math.max(1, TOLD_EVERY.dividedBy(loop.longestRest()));
    return Integer.bitCount(inARow) == 1 || inARow % inBetween == 0;
  }

  private void tell(LoopStatus now, Throwable failure) {
    try {
      observer.failed(now, failure);
    } catch (Throwable _) {
      // As when memory is short for that too. The status has it.
    }
  }

  /** The usual rest, twice as long for each failure in a row, up to the longest. */
  private Duration afterFailures(int inARow) {
    Duration longer = loop.every().multipliedBy(1L << Math.min(inARow, MOST_DOUBLINGS));
    return longer.compareTo(loop.longestRest()) < 0 ? longer : loop.longestRest();
  }
}
