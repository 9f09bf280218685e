package dev.engine.hooks;

import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.notification.Handout;
import dev.engine.domain.notification.ModelText;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
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

  private final HookPorts store;
  private final Surroundings surroundings;
  private final InstantSource clock;

  /**
   * @param clock to the microsecond
   */
  public HookDispatcher(Storage storage, Surroundings surroundings, InstantSource clock) {
    this(HookPorts.of(storage), surroundings, clock);
  }

  HookDispatcher(HookPorts store, Surroundings surroundings, InstantSource clock) {
    this.store = store;
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
      return store.statusLine().answer(HookPayload.read(call.payload()), at(call));
    } catch (InvalidInput noStatus) {
      return HookAnswer.trouble(noStatus);
    }
  }

  private HookAnswer event(HookCall call) {
    try {
      return stored(call);
    } catch (InvalidInput noEvent) {
      store
          .calls()
          .record(new RecordedCall(arrival(call, call.eventName()), at(call), HookOutcome.REFUSED));
      return HookAnswer.trouble(noEvent);
    }
  }

  private HookAnswer stored(HookCall call) {
    HookPayload payload = HookPayload.read(call.payload());
    String event = payload.text("hook_event_name").orElse(call.eventName());
    ClaudeSessionId claudeId =
        payload
            .text("session_id")
            .map(ClaudeSessionId::new)
            .orElseThrow(() -> new InvalidInput("hook payload", "told by a session_id", "none"));
    if (Canary.isOne(claudeId)) {
      Arrival arrival = arrival(call, claudeId.value());
      store.calls().record(new RecordedCall(arrival, at(call), HookOutcome.UNCHANGED));
      return HookAnswer.SILENCE;
    }
    Client client = surroundings.client(payload, call);
    Observation observed =
        observed(
            new Sighting(
                claudeId,
                Signals.of(event, payload),
                client,
                at(call),
                arrival(call, event),
                ToolUses.of(event, payload)),
            call.environment());
    Session session = observed.session();
    if (session == null) { // it was handled before: as a rule the answer of that time was not used
      store.deliveries().takeBack(call.id(), call.door(), at(call));
      return HookAnswer.SILENCE;
    }
    ContextReadings.ofEvent(event, payload, at(call))
        .ifPresent(reading -> store.contexts().record(claudeId, reading));
    return told(session.id(), Occasions.of(event, payload, call, clock.instant()), event, call);
  }

  private Observation observed(Sighting sighting, HookEnvironment environment) {
    Observation observed = store.sessions().observe(sighting);
    if (!(observed instanceof Observation.NotKnown)) {
      return observed;
    }
    Client inWindow = surroundings.withWindow(sighting.client());
    return store
        .sessions()
        .admit(
            sighting.withClient(inWindow),
            surroundings.newcomer(inWindow, environment, sighting.at()));
  }

  private HookAnswer told(SessionId session, Occasion occasion, String event, HookCall call) {
    if (occasion == Occasion.NONE) {
      return HookAnswer.SILENCE;
    }
    Handout handout = store.deliveries().visit(new Visit(session, occasion, call.id(), at(call)));
    return handout.isEmpty()
        ? HookAnswer.SILENCE
        : HookAnswer.context(event, ModelText.of(handout).text());
  }

  private Arrival arrival(HookCall call, String event) {
    return Arrival.of(call.id(), event, call.door(), call.at(), clock.instant());
  }

  /** Stored times have milliseconds. */
  private static Instant at(HookCall call) {
    return call.at().truncatedTo(ChronoUnit.MILLIS);
  }
}
