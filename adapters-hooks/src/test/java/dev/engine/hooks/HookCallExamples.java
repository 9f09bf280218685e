package dev.engine.hooks;

import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.session.SessionExamples;
import java.time.Instant;
import java.util.Map;

/** Calls of hooks for tests, with everything irrelevant defaulted. */
final class HookCallExamples {

  private HookCallExamples() {}

  /** The id of the {@code number}th call. */
  static HookEventId id(int number) {
    return new HookEventId("%032x".formatted(number));
  }

  /** A call at noon of a session that is told by nothing but {@code payload}. */
  static HookCall call(int number, String payload) {
    return call(number, payload, Map.of(), SessionExamples.NOON);
  }

  /** A call whose event only its payload names. */
  static HookCall call(int number, String payload, Map<String, String> environment, Instant at) {
    return new HookCall(
        id(number), Door.ONE_SHOT, "", payload, new HookEnvironment(environment), at);
  }
}
