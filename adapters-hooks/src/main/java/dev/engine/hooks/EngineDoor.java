package dev.engine.hooks;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Door;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The door of a running engine: what is posted to it goes to the dispatcher.
 *
 * <p>Safe for use by several threads if the dispatcher is.
 */
public final class EngineDoor {

  private final HookDispatcher dispatcher;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random draws the ids of calls that bring none; safe for use by several threads
   */
  public EngineDoor(HookDispatcher dispatcher, InstantSource clock, RandomGenerator random) {
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Handles one call. When this returns, it is stored, or remembered as refused.
   *
   * @throws StorageUnavailable if it could not be stored now: the caller is to keep it
   * @throws StorageRefused likewise
   */
  public HookAnswer handle(HookRequest request) {
    HookCall call;
    try {
      call = request.call(Door.ENGINE, clock.instant(), random);
    } catch (InvalidInput noCall) {
      return HookAnswer.trouble(noCall);
    }
    return dispatcher.handle(call);
  }
}
