package dev.engine.hooks;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Sighting;
import java.util.List;

/**
 * The one way in for hook events, whichever door they came through.
 *
 * <p>A hook runs inside someone's agent: it never fails it. What cannot be stored is said in one
 * line, and the event after it is handled all the same.
 *
 * <p>Safe for use by several threads if its parts are.
 */
public final class HookDispatcher {

  private final Sessions sessions;
  private final Surroundings surroundings;

  public HookDispatcher(Sessions sessions, Surroundings surroundings) {
    this.sessions = sessions;
    this.surroundings = surroundings;
  }

  /** Handles each call, in this order, and gives the answers in the same order. */
  public List<HookAnswer> handleAll(List<HookCall> calls) {
    return calls.stream().map(this::handle).toList();
  }

  /** Handles one call. Never throws. */
  public HookAnswer handle(HookCall call) {
    try {
      store(call);
      return HookAnswer.SILENCE;
    } catch (EngineException failure) {
      return HookAnswer.trouble(failure.code(), String.valueOf(failure.getMessage()));
    } catch (RuntimeException bug) {
      return HookAnswer.bug(bug);
    }
  }

  private void store(HookCall call) {
    HookPayload payload = HookPayload.read(call.payload());
    String event = payload.text("hook_event_name").orElse(call.eventName());
    ClaudeSessionId claudeId =
        payload
            .text("session_id")
            .map(ClaudeSessionId::new)
            .orElseThrow(() -> new InvalidInput("hook payload", "told by a session_id", "none"));
    Client client = surroundings.client(payload, call.environment());
    observe(
        new Sighting(claudeId, Signals.of(event, payload), client, call.at()), call.environment());
  }

  private void observe(Sighting sighting, HookEnvironment environment) {
    if (sessions.observe(sighting) instanceof Observation.NotKnown) {
      Client inWindow = surroundings.withWindow(sighting.client());
      Sighting first =
          new Sighting(sighting.claudeId(), sighting.signal(), inWindow, sighting.at());
      sessions.admit(first, surroundings.newcomer(inWindow, environment, sighting.at()));
    }
  }
}
