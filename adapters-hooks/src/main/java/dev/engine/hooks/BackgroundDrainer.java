package dev.engine.hooks;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The process that a hook starts when it has put an event into the spool and nobody is there to
 * store it. It serves all hooks of the moment, and ends when none has come for a while.
 */
public final class BackgroundDrainer {

  /** How long it waits for the next event: tools come and go faster than a JVM starts. */
  private static final Duration LINGERING = Duration.ofMillis(400);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  /** How long it waits for another writer; nobody waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long it works before it says again that it is there. */
  private static final Duration AT_A_STRETCH = Duration.ofSeconds(20);

  private final Path database;
  private final Spool spool;
  private final DrainerMark mark;
  private final Surroundings surroundings;
  private final HookMeans means;

  /**
   * @param pid the number of this process
   */
  public BackgroundDrainer(
      Path database, Spool spool, Surroundings surroundings, HookMeans means, long pid) {
    this.database = database;
    this.spool = spool;
    this.mark = spool.mark(pid);
    this.surroundings = surroundings;
    this.means = means;
  }

  /**
   * Stores what waits in the spool, and what comes meanwhile. What cannot be stored now stays.
   *
   * @throws StorageUnavailable if there is no database, or the file system refuses
   * @throws StorageRefused if the database is none of this version
   */
  public void run() {
    try (SqliteStorage storage = SqliteStorage.open(database, PATIENCE, means.random())) {
      HookDispatcher dispatcher = new HookDispatcher(storage, surroundings, means.clock());
      Drainer drainer = new Drainer(spool, dispatcher, means.clock(), means.pauses());
      boolean goesOn = true;
      while (goesOn) {
        mark.renew(means.clock().instant());
        goesOn = isToGoOn(drainer.drain(means.clock().instant().plus(AT_A_STRETCH)));
      }
    } finally {
      mark.giveUp();
    }
  }

  private boolean isToGoOn(Draining draining) {
    return switch (draining) {
      case Draining.TimeIsUp timeIsUp -> true;
      case Draining.Halted halted -> false;
      case Draining.Emptied emptied -> emptied.count() > 0 ? lingered() : isLeft();
    };
  }

  private boolean lingered() {
    Instant until = means.clock().instant().plus(LINGERING);
    while (spool.isEmpty() && means.clock().instant().isBefore(until)) {
      means.pauses().pause(BETWEEN_LOOKS);
    }
    return true;
  }

  /**
   * Whether something came at the last moment. A hook that saw our mark has left its event to us:
   * so the mark goes first, and then comes the last look.
   */
  private boolean isLeft() {
    mark.giveUp();
    return !spool.isEmpty();
  }
}
