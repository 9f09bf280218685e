package dev.engine.domain.session;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.session.Session.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the journal is told of sessions. That one was seen again and did not change is told by none
 * of these: a fleet shows signs of life many times a second.
 */
public final class SessionEvents {

  /** Its first event came. */
  public static final EventKind STARTED = new EventKind("session.started");

  /** It had ended, and goes on. */
  public static final EventKind RESUMED = new EventKind("session.resumed");

  /** A context began while it was live, as a compaction does. */
  public static final EventKind CONTINUED = new EventKind("session.continued");

  public static final EventKind ACTIVE = new EventKind("session.active");
  public static final EventKind TOOL_ACTIVE = new EventKind("session.tool_active");
  public static final EventKind IDLE = new EventKind("session.idle");

  /** It needs a person. */
  public static final EventKind WAITING = new EventKind("session.waiting");

  public static final EventKind ENDED = new EventKind("session.ended");

  /** It said what it works on. */
  public static final EventKind STATUS_SAID = new EventKind("session.status_said");

  /** Its client moved, or told more of itself. */
  public static final EventKind CLIENT_CHANGED = new EventKind("session.client_changed");

  /** Its context has become so full that its conversation is told. */
  public static final EventKind CONTEXT_WARNED = new EventKind("session.context_warned");

  /** An event came after its end, or the end of a client that it had left: nothing changed. */
  public static final EventKind LATE_EVENT = new EventKind("session.late_event");

  /** An event came that Engine does not know. */
  public static final EventKind UNKNOWN_EVENT = new EventKind("session.unknown_event");

  /** How a session stands that has just begun, before its first event says otherwise. */
  private static final State BEGUN = new State.Working(Activity.IDLE);

  private SessionEvents() {}

  /**
   * What is told when {@code first} has made {@code session} known.
   *
   * @param parent the session from inside which its client was started; null if there is none
   */
  public static List<Happening> admitted(
      Session session, Sighting first, @Nullable SessionId parent) {
    List<Happening> told = new ArrayList<>();
    Facts how = beginning(session).withKnown("parentSessionId", parent);
    told.add(of(session, STARTED, first.at(), how));
    addUnknown(told, session, first);
    addStanding(told, BEGUN, session, first.at());
    return told;
  }

  /** What is told when {@code sighting} has made {@code after} of {@code before}. */
  public static List<Happening> observed(Session before, Session after, Sighting sighting) {
    List<Happening> told = new ArrayList<>();
    addUnknown(told, before, sighting);
    if (!after.isLive() && !before.isLive()) {
      addLate(told, before, sighting);
    } else if (!after.equals(before)) {
      addChanges(told, before, after, sighting);
    } else {
      addEndOfAnotherClient(told, before, sighting);
    }
    return told;
  }

  /** What is told when {@code ended} has ended by something else than an event of its own. */
  public static List<Happening> ended(Session ended, Instant at) {
    List<Happening> told = new ArrayList<>();
    addStanding(told, BEGUN, ended, at);
    return told;
  }

  /** What is told when {@code proof} has made {@code after} of {@code before}. */
  public static List<Happening> settled(Session before, Session after, Proof proof, Instant at) {
    List<Happening> told = new ArrayList<>();
    addStanding(told, before.state(), after, at, Facts.NONE.with("proof", proof));
    return told;
  }

  /** What is told when {@code before} has said what it works on, and is {@code after} now. */
  public static List<Happening> said(Session before, Session after, Instant at) {
    StatusText status = after.report().status();
    return status == null || status.equals(before.report().status())
        ? List.of()
        : List.of(of(after, STATUS_SAID, at, Facts.NONE.with("text", status.value())));
  }

  /** What is told when {@code warned} has come to owe a warning at {@code percentUsed} (0..100). */
  public static Happening contextWarned(Session warned, int percentUsed, Instant at) {
    Facts facts =
        Facts.NONE
            .with("level", warned.report().context().warned().percent())
            .with("percentUsed", percentUsed);
    return of(warned, CONTEXT_WARNED, at, facts);
  }

  private static void addUnknown(List<Happening> told, Session session, Sighting sighting) {
    if (sighting.signal() instanceof Signal.Unknown unknown) {
      Facts name = Facts.NONE.with("event", unknown.event());
      told.add(of(session, UNKNOWN_EVENT, sighting.at(), name));
    }
  }

  private static void addLate(List<Happening> told, Session ended, Sighting sighting) {
    if (told.isEmpty()) {
      Facts signal = Facts.NONE.with("signal", sighting.signal().name());
      told.add(of(ended, LATE_EVENT, sighting.at(), signal));
    }
  }

  private static void addEndOfAnotherClient(
      List<Happening> told, Session session, Sighting sighting) {
    ProcessIdentity process = sighting.client().process();
    if (process != null && session.isEndOfAnotherClient(sighting)) {
      Facts whose = Facts.NONE.with("signal", sighting.signal().name()).with("pid", process.pid());
      told.add(of(session, LATE_EVENT, sighting.at(), whose));
    }
  }

  private static void addChanges(
      List<Happening> told, Session before, Session after, Sighting sighting) {
    if (sighting.signal() instanceof Signal.Started started) {
      addStart(told, before, after, started.source(), sighting.at());
    }
    if (!after.client().equals(before.client())) {
      Facts news = news(before.client(), after.client());
      told.add(of(after, CLIENT_CHANGED, sighting.at(), news));
    }
    addStanding(told, before.isLive() ? before.state() : BEGUN, after, sighting.at());
  }

  private static void addStart(
      List<Happening> told, Session before, Session after, Source source, Instant at) {
    Facts how = Facts.NONE.with("source", source);
    if (!before.isLive()) {
      told.add(of(after, RESUMED, at, how));
    } else if (source != Source.STARTUP) { // else it only came later than another first event
      told.add(of(after, CONTINUED, at, how));
    }
  }

  /** Says where {@code session} stands, unless it stands where it stood. */
  private static void addStanding(List<Happening> told, State before, Session session, Instant at) {
    addStanding(told, before, session, at, Facts.NONE);
  }

  private static void addStanding(
      List<Happening> told, State before, Session session, Instant at, Facts why) {
    State state = session.state();
    if (state.equals(before)) {
      return;
    }
    // No switch over the types: see Signal.
    if (state instanceof State.Ended ended) {
      told.add(of(session, ENDED, at, why.with("reason", ended.reason())));
    } else if (state instanceof State.Waiting waiting) {
      told.add(of(session, WAITING, at, why.with("for", waiting.want())));
    } else {
      told.add(of(session, kind(state.activity()), at, why));
    }
  }

  private static EventKind kind(Activity activity) {
    return switch (activity) {
      case ACTIVE -> ACTIVE;
      case TOOL_ACTIVE -> TOOL_ACTIVE;
      case IDLE -> IDLE;
    };
  }

  private static Facts beginning(Session session) {
    return Facts.NONE
        .with("role", session.assignment().role())
        .with("mode", session.assignment().mode())
        .with("continuation", session.origin().continuation())
        .withKnown("previousSessionId", session.origin().previous())
        .with("claudeSessionId", session.claudeId())
        .withKnown("cwd", session.client().cwd());
  }

  /** What of a client differs from what was known before. */
  private static Facts news(Client before, Client after) {
    Facts news =
        Facts.NONE
            .withKnown("cwd", newer(before.cwd(), after.cwd()))
            .withKnown("transcriptPath", newer(before.transcriptPath(), after.transcriptPath()))
            .withKnown("tmuxPane", newer(before.tmuxPane(), after.tmuxPane()))
            .withKnown("tmuxServer", newer(text(before.tmuxServer()), text(after.tmuxServer())))
            .withKnown("tmuxWindow", newer(before.tmuxWindow(), after.tmuxWindow()))
            .withKnown("model", newer(before.model(), after.model()));
    ProcessIdentity process = after.process();
    return process == null || process.equals(before.process())
        ? news
        : news.with("pid", process.pid());
  }

  private static @Nullable String text(@Nullable TmuxServer server) {
    return server == null ? null : server.toString();
  }

  private static @Nullable String newer(@Nullable String before, @Nullable String after) {
    return Objects.equals(before, after) ? null : after;
  }

  private static Happening of(Session session, EventKind kind, Instant at, Facts facts) {
    return new Happening(at, kind, session.conversation(), session.id(), null, facts);
  }
}
