package dev.engine.domain.session;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Sessions and events for tests, with everything irrelevant defaulted. */
public final class SessionExamples {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private SessionExamples() {}

  /** The sighting of {@code signal} in session {@code claudeId}, by a client that tells nothing. */
  public static Sighting sighting(String claudeId, Signal signal, Instant at) {
    return sighting(claudeId, signal, Client.UNKNOWN, at);
  }

  public static Sighting sighting(String claudeId, Signal signal, Client client, Instant at) {
    return new Sighting(
        new ClaudeSessionId(claudeId), signal, client, at, arrival(claudeId, signal, client, at));
  }

  /** By the running engine, with an id of its own for every other event. */
  private static Arrival arrival(String claudeId, Signal signal, Client client, Instant at) {
    String all = String.join("|", claudeId, signal.toString(), client.toString(), at.toString());
    UUID digest = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    HookEventId id = new HookEventId(digest.toString().replace("-", ""));
    return new Arrival(id, "Example", Door.ENGINE, Duration.ofMillis(5));
  }

  /** The same event, after it was kept in the spool. */
  public static Sighting spooled(Sighting event) {
    Arrival arrival = event.arrival();
    return new Sighting(
        event.claudeId(),
        event.signal(),
        event.client(),
        event.at(),
        new Arrival(arrival.eventId(), arrival.event(), Door.SPOOL, arrival.took()),
        event.tool());
  }

  public static Signal started(Source source) {
    return new Signal.Started(source);
  }

  /** A client of which only the process is known. */
  public static Client clientWithPid(long pid) {
    ProcessIdentity process = new ProcessIdentity(pid, NOON.minusSeconds(3600));
    return new Client(null, null, process, null, null, null);
  }

  /** A client of which only the tmux pane is known. */
  public static Client clientInPane(String pane) {
    return new Client(null, null, null, pane, null, null);
  }

  /** A client of which only the directory is known. */
  public static Client clientIn(String cwd) {
    return new Client(cwd, null, null, null, null, null);
  }

  /** A newcomer with nothing but a role. */
  public static Newcomer newcomer(Role role) {
    return newcomer(new Assignment(role, Mode.INTERACTIVE));
  }

  public static Newcomer newcomer(Assignment assignment) {
    return new Newcomer(assignment, null, List.of(), LocalDate.parse("2026-01-05"));
  }

  /** A live, idle session of the project role in {@code conversation}. */
  public static Session aSession(String id, String claudeId, String conversation) {
    Assignment assignment = new Assignment(Role.PROJECT, Mode.INTERACTIVE);
    Origin origin = new Origin(new ConversationId(conversation), Continuation.STARTUP, null, NOON);
    return Session.admitted(
        new SessionId(id), assignment, origin, sighting(claudeId, started(Source.STARTUP), NOON));
  }

  /** The same, stored by its first event, in a conversation of its own. */
  public static Session stored(Sessions sessions, String claudeId) {
    Sighting first = sighting(claudeId, started(Source.STARTUP), NOON);
    Observation observation = sessions.admit(first, newcomer(Role.PROJECT));
    return ((Observation.Admitted) observation).session();
  }
}
