package dev.engine.services.why;

import dev.engine.domain.journal.Event;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationEvents;
import dev.engine.domain.notification.Offer;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a notice was told, or was not. */
final class NoticeReasons {

  /**
   * What is recorded of a notice.
   *
   * @param events its own, the oldest first
   * @param sessions those that it was offered to, as they are now
   * @param live the session of its conversation that is live; null if none is
   */
  record Case(
      Notification notification,
      List<Event> events,
      Map<SessionId, Session> sessions,
      @Nullable Session live,
      Instant now) {}

  private NoticeReasons() {}

  static Explanation explain(Case given) {
    Notification notification = given.notification();
    return new Explanation(
        Kind.NOTIFICATION,
        notification.id().value(),
        notification.notice().conversation(),
        headline(given),
        since(given),
        facts(given),
        next(given));
  }

  /** Where it stands, in words that go on behind its name. */
  static String headline(Case given) {
    return switch (given.notification().state()) {
      case State.Queued queued -> waiting(queued, given);
      case State.Offered offered -> offered(offered.offer(), given);
      case State.Confirmed confirmed -> "was told to session " + confirmed.offer().to();
      case State.Seen seen -> "was told to session %s, and seen".formatted(seen.offer().to());
      case State.Withdrawn withdrawn -> "was withdrawn: " + withdrawn.reason();
      case State.Expired expired -> "expired before anybody was told";
      case State.Dead dead ->
          "was given up after %s in vain".formatted(Story.count(dead.attempts(), "offer"));
    };
  }

  private static String waiting(State.Queued queued, Case given) {
    Instant start = given.notification().notice().terms().notBefore();
    if (start != null && start.isAfter(given.now())) {
      return "is held back until " + Story.time(start);
    }
    Session live = given.live();
    if (live == null) {
      return "waits: no session of %s is live"
          .formatted(given.notification().notice().conversation());
    }
    Offer doubtful = queued.doubtful();
    if (doubtful != null
        && doubtful.to().equals(live.id())
        && doubtful.context() == live.report().context().number()) {
      return "waits for another context: session %s may have been told".formatted(live.id());
    }
    return live.state() instanceof Session.State.Waiting waiting
        ? "waits: session %s, which would be told, waits for %s itself"
            .formatted(live.id(), waiting.want())
        : "waits for the next prompt or tool of session " + live.id();
  }

  private static String offered(Offer offer, Case given) {
    Session to = given.sessions().get(offer.to());
    return to == null || to.isLive()
        ? "was offered to session %s, and nothing has confirmed it yet".formatted(offer.to())
        : "was offered to session %s, which has ended: it will be queued again"
            .formatted(offer.to());
  }

  private static Instant since(Case given) {
    State state = given.notification().state();
    if (state instanceof State.Seen seen) {
      return seen.at();
    }
    Instant closed = state.closedAt();
    if (closed != null) {
      return closed;
    }
    Instant confirmed = state.confirmedAt();
    if (confirmed != null) {
      return confirmed;
    }
    return given.events().isEmpty()
        ? given.notification().createdAt()
        : given.events().getLast().happening().at();
  }

  private static List<Explanation.Fact> facts(Case given) {
    Story story = new Story();
    for (Event event : given.events()) {
      String text = sentence(event, given);
      if (text != null) {
        story.add(event, text);
      }
    }
    if (given.events().isEmpty()) { // the journal is kept for a while, and the notice for longer
      story.add(given.notification().createdAt(), queued(given.notification()));
    }
    return story.told();
  }

  private static @Nullable String sentence(Event event, Case given) {
    String kind = event.kind().value();
    String session = Story.session(event);
    if (event.kind().equals(NotificationEvents.QUEUED)) {
      return queued(given.notification());
    }
    if (event.kind().equals(NotificationEvents.OFFERED)) {
      return "was offered to %s, attempt %s".formatted(session, Story.of(event, "attempt", "1"));
    }
    if (event.kind().equals(NotificationEvents.CONFIRMED)) {
      return "was confirmed: a later call of %s shows that its turn went on".formatted(session);
    }
    if (event.kind().equals(NotificationEvents.RETURNED)) {
      return returned(event, given);
    }
    if (event.kind().equals(NotificationEvents.WITHDRAWN)) {
      return "was withdrawn: " + Story.of(event, "reason", "nobody said why");
    }
    if (event.kind().equals(NotificationEvents.EXPIRED)) {
      return "its time was over";
    }
    if (event.kind().equals(NotificationEvents.DEAD)) {
      return "was given up after %s offers".formatted(Story.of(event, "attempts", "all its"));
    }
    if (event.kind().equals(NotificationEvents.MOVED)) {
      return "moved here from %s, which was not told"
          .formatted(Story.of(event, "from", "another conversation"));
    }
    return event.kind().equals(NotificationEvents.SEEN)
        ? "was opened by the person"
        : kind.substring(kind.indexOf('.') + 1);
  }

  private static String queued(Notification notification) {
    return "was queued by %s, %s: %s"
        .formatted(
            notification.notice().sender().said(),
            notification.notice().terms().urgency(),
            Story.quoted(notification.notice().title()));
  }

  /** The reasons are those of {@code NotificationEvents}. */
  private static String returned(Event event, Case given) {
    String session = Story.session(event);
    return switch (Story.of(event, "reason", "")) {
      case "silence" ->
          "was queued again: %s fell silent, and may have been told".formatted(session);
      case "answer_unused" ->
          "was taken back: the hook of %s never used the answer that carried it".formatted(session);
      default -> "was queued again: " + gone(event, session, given);
    };
  }

  private static String gone(Event event, String session, Case given) {
    Session to =
        event.happening().session() == null
            ? null
            : given.sessions().get(event.happening().session());
    if (to == null || !(to.state() instanceof Session.State.Ended ended)) {
      return "the context of %s is gone, by a compaction or another start".formatted(session);
    }
    return switch (ended.reason()) {
      case CLEAR -> "the context of %s was cleared".formatted(session);
      case LOST -> "%s was lost".formatted(session);
      case RESUME, LOGOUT, PROMPT_INPUT_EXIT, OTHER, CLOSED -> "%s ended".formatted(session);
    };
  }

  private static List<Step> next(Case given) {
    Notification notification = given.notification();
    List<Step> next = new ArrayList<>();
    if (notification.isWaiting()) {
      next.add(
          given.live() == null
              ? new Step(
                  "engine why " + notification.notice().conversation(),
                  "whose next session is told when it starts")
              : new Step("engine why " + given.live().id(), "what that session does"));
    }
    if (notification.state() instanceof State.Dead) {
      next.add(
          new Step(
              "engine attention ack " + notification.id(), "take it out of attention once seen"));
    }
    next.add(new Step("engine notification show " + notification.id(), "the whole notice"));
    return next;
  }
}
