package dev.engine.services.why;

import dev.engine.domain.journal.Event;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionEvents;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a session stands as it does. */
final class SessionReasons {

  /** A session that works shows some sign of life more often than that. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  /**
   * What is recorded of a session.
   *
   * @param events of its timeline, the oldest first: how it began, and the newest
   * @param successor the session that follows it; null if none does
   * @param waiting notices that its conversation is still to be told
   */
  record Case(
      Session session,
      List<Event> events,
      @Nullable Session successor,
      List<Notification> waiting,
      Instant now) {}

  private SessionReasons() {}

  static Explanation explain(Case given) {
    Session session = given.session();
    return new Explanation(
        Kind.SESSION,
        session.id().value(),
        session.conversation(),
        headline(given),
        since(given),
        facts(given),
        next(given));
  }

  /** Where it stands, in words that go on behind its name. */
  static String headline(Case given) {
    return switch (given.session().state()) {
      case State.Waiting waiting ->
          switch (waiting.want()) {
            case PERMISSION -> "waits for a person's permission";
            case INPUT -> "waits for a person's input";
          };
      case State.Ended ended -> ended(ended.reason(), given);
      case State.Working working ->
          isUnknown(given) ? "is quiet: nothing tells whether it still runs" : working(given);
    };
  }

  private static String working(Case given) {
    String does =
        switch (given.session().state().activity()) {
          case IDLE -> "is idle: it waits for a prompt";
          case ACTIVE -> "is working";
          case TOOL_ACTIVE -> "is running a tool";
        };
    boolean isIdle = given.session().state().activity() == Activity.IDLE;
    return isIdle || !isQuiet(given) ? does : does + ", but has been quiet";
  }

  private static String ended(EndReason reason, Case given) {
    return switch (reason) {
      case CLEAR ->
          given.successor() == null
              ? "ended: its context was cleared, and no session goes on with its conversation yet"
              : "ended: its context was cleared; session %s goes on with its conversation"
                  .formatted(given.successor().id());
      case RESUME -> "ended: its client switched to another session";
      case LOGOUT -> "ended: the person logged out";
      case PROMPT_INPUT_EXIT -> "ended: the person left it at its prompt";
      case OTHER -> "ended: its client gave no reason that is known";
      case LOST -> "is lost: its process is gone and said nothing";
      case CLOSED -> "ended: it was closed through Engine";
    };
  }

  private static Instant since(Case given) {
    if (isUnknown(given)) {
      return given.session().report().lastSeenAt();
    }
    return switch (given.session().state()) {
      case State.Waiting waiting -> waiting.since();
      case State.Ended ended -> ended.at();
      case State.Working working -> standingSince(given);
    };
  }

  private static Instant standingSince(Case given) {
    Event standing = standing(given);
    return standing == null ? given.session().origin().startedAt() : standing.happening().at();
  }

  private static List<Explanation.Fact> facts(Case given) {
    Story story = new Story();
    for (Event event : given.events()) {
      String text = sentence(event, given.session());
      if (text != null) {
        story.add(event, text);
      }
    }
    Event standing = standing(given);
    if (standing != null && isStanding(standing) && given.session().isLive()) {
      story.add(standing, stood(standing));
    }
    addLateEvents(story, given);
    addLife(story, given);
    addWaiting(story, given);
    return story.told();
  }

  private static @Nullable String sentence(Event event, Session session) {
    if (event.kind().equals(SessionEvents.STARTED)) {
      return beginning(event, session);
    }
    if (event.kind().equals(SessionEvents.RESUMED)) {
      return "went on after its end (%s): its id is known, so it kept its conversation"
          .formatted(Story.of(event, "source", "resume"));
    }
    if (event.kind().equals(SessionEvents.CONTINUED)) {
      return "a new context began (%s): its id is known, so it kept its conversation"
          .formatted(Story.of(event, "source", "compact"));
    }
    String left = Story.of(event, "pid");
    if (event.kind().equals(SessionEvents.LATE_EVENT) && left != null) {
      return "it ended in process %s, but was in another one by then, where it goes on"
          .formatted(left);
    }
    return event.kind().equals(SessionEvents.ENDED)
        ? "ended, reason " + Story.of(event, "reason", "unknown")
        : null;
  }

  /** Which rule found its conversation; the rules are those of {@code Admission}. */
  private static String beginning(Event event, Session session) {
    String parent = Story.of(event, "parentSessionId");
    if (parent != null) {
      return "began inside session %s, so in a conversation of its own".formatted(parent);
    }
    String previous = Story.of(event, "previousSessionId");
    String after = previous == null ? "" : ", after session " + previous;
    return switch (Story.of(event, "continuation", "startup")) {
      case "handoff" -> "began in the conversation that was handed to it" + after;
      case "clear" ->
          "began by a clear in the client of session %s, and goes on with its conversation"
              .formatted(previous);
      case "fork" ->
          previous == null
              ? "began as a fork, in a conversation of its own"
              : "began as a fork of session %s, in a conversation of its own".formatted(previous);
      default -> // what a continuation says that only later events give
          session.conversation().isChiefs()
              ? "began in the chief's conversation of that day" + after
              : "began in a new conversation";
    };
  }

  /** The newest event that says where a live session stands; a beginning says that it is idle. */
  private static @Nullable Event standing(Case given) {
    return given.events().reversed().stream()
        .filter(event -> isStanding(event) || isBeginning(event))
        .findFirst()
        .orElse(null);
  }

  private static boolean isBeginning(Event event) {
    return event.kind().equals(SessionEvents.STARTED)
        || event.kind().equals(SessionEvents.RESUMED)
        || event.kind().equals(SessionEvents.CONTINUED);
  }

  private static boolean isStanding(Event event) {
    return event.kind().equals(SessionEvents.WAITING)
        || event.kind().equals(SessionEvents.IDLE)
        || event.kind().equals(SessionEvents.ACTIVE)
        || event.kind().equals(SessionEvents.TOOL_ACTIVE);
  }

  private static String stood(Event event) {
    if (event.kind().equals(SessionEvents.WAITING)) {
      return "began to wait for " + Story.of(event, "for", "a person");
    }
    if (event.kind().equals(SessionEvents.IDLE)) {
      return "its turn ended";
    }
    return event.kind().equals(SessionEvents.ACTIVE) ? "went on working" : "began to run a tool";
  }

  private static void addLateEvents(Story story, Case given) {
    List<Event> late =
        given.events().stream()
            .filter(event -> event.kind().equals(SessionEvents.LATE_EVENT))
            .filter(event -> Story.of(event, "pid") == null)
            .toList();
    if (!late.isEmpty()) {
      story.add(
          late.getLast(),
          "%s came after its end and changed nothing".formatted(Story.count(late.size(), "event")));
    }
  }

  private static void addLife(Story story, Case given) {
    Session session = given.session();
    if (session.isLive() && isQuiet(given)) {
      Instant last = session.report().lastSeenAt();
      story.add(last, "its last sign of life; " + whoKnows(session));
    }
  }

  private static String whoKnows(Session session) {
    if (session.client().process() != null) {
      return "its process %d is not known to be gone, so it is not ended"
          .formatted(session.client().process().pid());
    }
    return session.client().tmuxPane() != null
        ? "its tmux pane %s is not known to be gone, so it is not ended"
            .formatted(session.client().tmuxPane())
        : "neither process nor pane is known, and age alone ends no session";
  }

  private static void addWaiting(Story story, Case given) {
    if (!given.waiting().isEmpty()) {
      Notification oldest = given.waiting().getLast();
      story.add(
          oldest.createdAt(),
          given.waiting().size() == 1
              ? "a notice was queued for its conversation, and still waits: " + oldest.id()
              : "the oldest of %d notices that wait for its conversation was queued: %s"
                  .formatted(given.waiting().size(), oldest.id()));
    }
  }

  private static List<Step> next(Case given) {
    Session session = given.session();
    List<Step> next = new ArrayList<>();
    String pane = session.client().tmuxPane();
    if (session.state() instanceof State.Waiting && pane != null) {
      next.add(new Step("tmux switch-client -t " + pane, "go to its terminal and answer it"));
    }
    if (given.successor() != null) {
      next.add(new Step("engine why " + given.successor().id(), "what goes on in its place"));
    }
    if (session.isLive() && isUnknown(given)) {
      next.add(
          new Step(
              "engine session end %s --reason lost".formatted(session.id()),
              "end it, if you know that it is gone"));
    }
    next.add(new Step("engine session show " + session.id(), "all that is known of it"));
    return next;
  }

  private static boolean isUnknown(Case given) {
    Session session = given.session();
    return session.state() instanceof State.Working
        && isQuiet(given)
        && session.client().process() == null
        && session.client().tmuxPane() == null;
  }

  private static boolean isQuiet(Case given) {
    Instant last = given.session().report().lastSeenAt();
    return Duration.between(last, given.now()).compareTo(QUIET) >= 0;
  }
}
