package dev.engine.hooks;

import dev.engine.domain.Storage;
import dev.engine.domain.context.ContextSamples;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Sighting;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The one way in for hook events, whichever door they came through. Each event is handled once: an
 * id that is known changes nothing.
 *
 * <p>A hook runs inside someone's agent: it never fails it. What is no event is said in one line;
 * what cannot be stored now is for the door to keep.
 *
 * <p>Safe for use by several threads if its parts are.
 */
public final class HookDispatcher {

  private final Sessions sessions;
  private final HookCalls calls;
  private final ContextSamples contexts;
  private final StatusLine statusLine;
  private final Surroundings surroundings;
  private final InstantSource clock;

  /**
   * @param clock to the microsecond
   */
  public HookDispatcher(Storage storage, Surroundings surroundings, InstantSource clock) {
    this(storage.as(Actor.HOOK).sessions(), storage, surroundings, clock);
  }

  /**
   * @param sessions in place of those of {@code storage}
   */
  HookDispatcher(
      Sessions sessions, Storage storage, Surroundings surroundings, InstantSource clock) {
    this.sessions = sessions;
    this.calls = storage.hookCalls();
    this.contexts = storage.as(Actor.HOOK).contextSamples();
    this.statusLine = new StatusLine(storage.as(Actor.HOOK));
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /**
   * Handles one call. When this returns, it is stored, or remembered as refused.
   *
   * @throws StorageUnavailable if it could not be stored now; nothing was changed
   * @throws StorageRefused likewise, until somebody does something about the database
   */
  public HookAnswer handle(HookCall call) {
    return call.eventName().equals(StatusLine.NAME) ? statusLine(call) : event(call);
  }

  private HookAnswer statusLine(HookCall call) {
    try {
      return statusLine.answer(HookPayload.read(call.payload()), at(call));
    } catch (InvalidInput noStatus) {
      return HookAnswer.trouble(noStatus);
    }
  }

  private HookAnswer event(HookCall call) {
    try {
      store(call);
      return HookAnswer.SILENCE;
    } catch (InvalidInput noEvent) {
      calls.record(
          new RecordedCall(arrival(call, call.eventName()), at(call), HookOutcome.REFUSED));
      return HookAnswer.trouble(noEvent);
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
    if (Canary.isOne(claudeId)) {
      Arrival arrival = arrival(call, claudeId.value());
      calls.record(new RecordedCall(arrival, at(call), HookOutcome.UNCHANGED));
      return;
    }
    Client client = surroundings.client(payload, call);
    Observation observation =
        observe(
            new Sighting(
                claudeId, Signals.of(event, payload), client, at(call), arrival(call, event)),
            call.environment());
    if (!(observation instanceof Observation.HandledBefore)) {
      ContextReadings.ofEvent(event, payload, at(call))
          .ifPresent(reading -> contexts.record(claudeId, reading));
    }
  }

  private Observation observe(Sighting sighting, HookEnvironment environment) {
    Observation observation = sessions.observe(sighting);
    if (!(observation instanceof Observation.NotKnown)) {
      return observation;
    }
    Client inWindow = surroundings.withWindow(sighting.client());
    return sessions.admit(
        sighting.withClient(inWindow), surroundings.newcomer(inWindow, environment, sighting.at()));
  }

  private Arrival arrival(HookCall call, String event) {
    return Arrival.of(call.id(), event, call.door(), call.at(), clock.instant());
  }

  /** Stored times have milliseconds. */
  private static Instant at(HookCall call) {
    return call.at().truncatedTo(ChronoUnit.MILLIS);
  }
}
