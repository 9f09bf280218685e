package dev.engine.app;

import dev.engine.domain.Storage;
import dev.engine.domain.install.HomeFolder;
import dev.engine.hooks.Drainer;
import dev.engine.hooks.Draining;
import dev.engine.hooks.EngineDoor;
import dev.engine.hooks.HookDispatcher;
import dev.engine.hooks.HookMeans;
import dev.engine.hooks.Spool;
import dev.engine.hooks.SpoolBacklog;
import dev.engine.hooks.WaitNews;
import dev.engine.hooks.WaitingHooks;
import java.time.Clock;
import java.time.Duration;

/** The hooks of a home whose store is open. One for each home in a process. */
final class HomeHooks {

  private final HookMeans means =
      new HookMeans(Clock.systemUTC(), Randomness.ofItsThreads(), new ThreadPauses());

  private final Drainer drainer;
  private final EngineDoor door;
  private final SpoolBacklog backlog;
  private final Storage storage;

  HomeHooks(HomeFolder home, Storage storage, Settings settings) {
    this.storage = storage;
    HookDispatcher dispatcher =
        new HookDispatcher(storage, SurroundingsOfMachine.of(settings), means.clock());
    Spool spool = new Spool(home.spool());
    this.drainer = new Drainer(spool, dispatcher, means.clock(), means.pauses());
    this.backlog = new SpoolBacklog(spool, home.hookBreaker());
    this.door = new EngineDoor(dispatcher, means.clock(), means.random());
  }

  /**
   * Stores what waits in the spool. Whoever opens the store to write does this first; an engine
   * that serves does it again and again, for what hooks put there while it was too busy for them.
   *
   * @param limit after which the rest is left to the next one
   */
  Draining drain(Duration limit) {
    return drainer.drain(means.clock().instant().plus(limit));
  }

  /** What hooks have left behind. */
  SpoolBacklog backlog() {
    return backlog;
  }

  /** Where a running engine seats the hooks that wait for {@code news}. */
  WaitingHooks waiting(WaitNews news) {
    return new WaitingHooks(storage, news, means);
  }

  /** Where a running engine hands in what is posted to it. */
  EngineDoor door() {
    return door;
  }
}
