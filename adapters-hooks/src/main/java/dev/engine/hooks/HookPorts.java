package dev.engine.hooks;

import dev.engine.domain.Storage;
import dev.engine.domain.context.ContextSamples;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.session.Sessions;

/** What of a store the hooks change, and what they show of it. */
record HookPorts(
    Sessions sessions,
    Deliveries deliveries,
    HookCalls calls,
    ContextSamples contexts,
    StatusLine statusLine) {

  /** Those of {@code storage}, in the name of the hooks. */
  static HookPorts of(Storage storage) {
    Storage asHook = storage.as(Actor.HOOK);
    return new HookPorts(
        asHook.sessions(),
        asHook.deliveries(),
        storage.hookCalls(),
        asHook.contextSamples(),
        new StatusLine(asHook));
  }

  /** The same with {@code other} deliveries. */
  HookPorts with(Deliveries other) {
    return new HookPorts(sessions, other, calls, contexts, statusLine);
  }

  /** The same with {@code other} sessions. */
  HookPorts with(Sessions other) {
    return new HookPorts(other, deliveries, calls, contexts, statusLine);
  }
}
