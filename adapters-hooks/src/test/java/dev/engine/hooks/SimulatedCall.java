package dev.engine.hooks;

import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import java.time.Instant;
import java.util.Map;

/**
 * One call of a hook in a simulation, whichever way it takes.
 *
 * @param environment of the client
 */
record SimulatedCall(
    HookEventId id, String event, String payload, Map<String, String> environment, Instant at) {

  /** As a process of its own has it. */
  HookCall by(Door door) {
    return new HookCall(id, door, event, payload, new HookEnvironment(environment), at);
  }

  /** As it is posted. */
  HookRequest posted() {
    return HookRequest.of(by(Door.ENGINE));
  }

  /** Whether the hook has a JVM answer where the engine does not. */
  boolean isOwedAnAnswer() {
    return event.equals("SessionStart") || event.equals("UserPromptSubmit");
  }

  @Override
  public String toString() {
    return "%s %s at %s".formatted(event, id.value().substring(24), at);
  }
}
