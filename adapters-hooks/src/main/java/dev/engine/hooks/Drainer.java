package dev.engine.hooks;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Door;
import dev.engine.domain.host.Pauses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Hands the events of the spool to the dispatcher, in the order in which their hooks were called,
 * each of them once. A file goes when its event is stored; what is no event, or cannot be stored
 * whatever one does, is set aside.
 *
 * <p>Of several drainers of a spool one works at a time, in whichever processes they are. In one
 * process there must be no two of the same spool.
 */
public final class Drainer {

  /** After which nobody writes to an unfinished file any more: a hook is given ten seconds. */
  private static final Duration ABANDONED = Duration.ofMinutes(1);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final Spool spool;
  private final HookDispatcher dispatcher;
  private final InstantSource clock;
  private final Pauses pauses;

  /**
   * @param pauses how to wait for another drainer
   */
  public Drainer(Spool spool, HookDispatcher dispatcher, InstantSource clock, Pauses pauses) {
    this.spool = spool;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.pauses = pauses;
  }

  /**
   * Empties the spool, waiting for another drainer that may be at it. Never throws for want of
   * storage.
   *
   * @param until when to stop, with the event at hand
   */
  public synchronized Draining drain(Instant until) {
    int count = 0;
    try {
      spool.finish(clock.instant().minus(ABANDONED));
      while (!spool.isEmpty()) {
        Optional<Spool.Hold> hold = spool.tryHold();
        if (hold.isPresent()) {
          count += drained(hold.get(), until);
        } else {
          pauses.pause(BETWEEN_LOOKS);
        }
        if (!clock.instant().isBefore(until)) {
          return new Draining.TimeIsUp(count);
        }
      }
      return new Draining.Emptied(count);
    } catch (StorageUnavailable | StorageRefused reason) {
      return new Draining.Halted(count, reason);
    }
  }

  private int drained(Spool.Hold hold, Instant until) {
    try (hold) {
      return drained(until);
    }
  }

  private int drained(Instant until) {
    List<Path> waiting = spool.waiting();
    int count = 0;
    for (Path file : waiting) {
      handle(file);
      count++;
      if (!clock.instant().isBefore(until)) {
        return count;
      }
    }
    return count;
  }

  private void handle(Path file) {
    byte[] content = spool.read(file).orElse(null);
    if (content == null) {
      return;
    }
    HookCall call = call(file, content);
    if (call == null || !isHandled(call)) {
      spool.putAside(file);
    } else {
      spool.delete(file);
    }
  }

  /**
   * Null if it is no event. Both names of an event must agree: the id in it makes it count once.
   */
  private @Nullable HookCall call(Path file, byte[] content) {
    try {
      HookCall call =
          SpooledText.read(content).call(Door.SPOOL, clock.instant(), new SplittableRandom());
      return Spool.id(file).equals(Optional.of(call.id())) ? call : null;
    } catch (InvalidInput corrupt) {
      return null;
    }
  }

  /** False if no other attempt would do better, which must not keep the others waiting. */
  private boolean isHandled(HookCall call) {
    try {
      dispatcher.handle(call);
      return true;
    } catch (StorageUnavailable | StorageRefused passing) {
      throw passing;
    } catch (RuntimeException lasting) {
      return false;
    }
  }
}
