package dev.engine.hooks;

import dev.engine.domain.Storage;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.session.Sessions;

/** What of a store the events of hooks change. */
record HookPorts(Sessions sessions, Deliveries deliveries, HookCalls calls) {

  /** Those of {@code storage}, in the name of the hooks. */
  static HookPorts of(Storage storage) {
    Storage asHook = storage.as(Actor.HOOK);
    return new HookPorts(asHook.sessions(), asHook.deliveries(), storage.hookCalls());
  }
}
