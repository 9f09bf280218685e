package dev.engine.hooks;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Arrival;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The door for when no engine answers: opens the database itself, stores what waits in the spool,
 * handles one call, and closes it again. What cannot be stored in time goes to the spool.
 */
public final class OneShotHook {

  /** What it takes to put an event into the spool after all and to end, on a busy machine. */
  private static final Duration FAREWELL = Duration.ofMillis(300);

  /** Even a call that comes late has this much time: as a rule nobody holds the database. */
  private static final Duration LEAST_PATIENCE = Duration.ofMillis(50);

  private final Path database;
  private final Spool spool;
  private final Surroundings surroundings;
  private final HookMeans means;

  public OneShotHook(Path database, Spool spool, Surroundings surroundings, HookMeans means) {
    this.database = database;
    this.spool = spool;
    this.surroundings = surroundings;
    this.means = means;
  }

  /** Handles {@code call}. Never throws. */
  public HookAnswer handle(HookCall call) {
    try {
      return stored(call);
    } catch (RuntimeException failure) {
      return kept(call, failure);
    }
  }

  private HookAnswer stored(HookCall call) {
    Duration patience = patience(call);
    try (SqliteStorage storage = SqliteStorage.open(database, patience, means.random())) {
      HookDispatcher dispatcher = new HookDispatcher(storage, surroundings, means.clock());
      // First what was there first: a session may begin where a spooled event ends another. What
      // is left when the time is up has been overtaken by this call (ADR 0011).
      new Drainer(spool, dispatcher, means.clock(), means.pauses())
          .drain(means.clock().instant().plus(patience.dividedBy(2)));
      return dispatcher.handle(call);
    }
  }

  /** What is left of the budget: none of it may be spent on waiting that the farewell needs. */
  private Duration patience(HookCall call) {
    Instant end = call.at().plus(Arrival.BUDGET).minus(FAREWELL);
    Duration left = Duration.between(means.clock().instant(), end);
    if (left.compareTo(LEAST_PATIENCE) < 0) {
      return LEAST_PATIENCE;
    }
    return left.compareTo(Arrival.BUDGET) > 0 ? Arrival.BUDGET : left; // if the clock was set
  }

  private HookAnswer kept(HookCall call, RuntimeException reason) {
    try {
      spool.put(call);
      return HookAnswer.spooled(reason);
    } catch (StorageUnavailable lost) {
      return HookAnswer.lost(reason, lost);
    }
  }
}
