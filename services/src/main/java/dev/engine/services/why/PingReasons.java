package dev.engine.services.why;

import dev.engine.domain.journal.Event;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.Ping.State;
import dev.engine.domain.ping.PingEvents;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a ping stands as it does. */
final class PingReasons {

  /**
   * What is recorded of a ping.
   *
   * @param events its own, the oldest first
   * @param telling of its answer
   */
  record Case(Ping ping, List<Event> events, Telling telling, Instant now) {}

  private PingReasons() {}

  static Explanation explain(Case given) {
    Ping ping = given.ping();
    Story story = new Story();
    for (Event event : given.events()) {
      story.add(event, sentence(event, ping));
    }
    if (given.events().isEmpty()) {
      story.add(ping.createdAt(), sent(ping));
    }
    given
        .telling()
        .addTo(story, "names no conversation, so nobody is told an answer", ping.createdAt());
    return new Explanation(
        Kind.PING,
        ping.id().value(),
        ping.appeal().conversation(),
        headline(given),
        since(ping),
        story.told(),
        next(given));
  }

  private static String headline(Case given) {
    return switch (given.ping().state()) {
      case State.Open open ->
          given.ping().needsAttentionAt(given.now()) || open.snoozedUntil() == null
              ? "waits for the person: nobody has looked at it"
              : "is put off until " + Story.time(open.snoozedUntil());
      case State.Acknowledged seen -> "was seen by the person, and not answered";
      case State.Answered answered -> "was answered: " + Story.quoted(answered.answer().text());
    };
  }

  private static Instant since(Ping ping) {
    return switch (ping.state()) {
      case State.Open open -> ping.createdAt();
      case State.Acknowledged seen -> seen.at();
      case State.Answered answered -> answered.at();
    };
  }

  private static String sentence(Event event, Ping ping) {
    if (event.kind().equals(PingEvents.SENT)) {
      return sent(ping);
    }
    if (event.kind().equals(PingEvents.ACKNOWLEDGED)) {
      return "was seen by the person";
    }
    String kind = event.kind().value();
    if (event.kind().equals(PingEvents.SNOOZED)) {
      return "was put off until " + Story.of(event, "until", "later");
    }
    return event.kind().equals(PingEvents.ANSWERED)
        ? "was answered"
        : kind.substring(kind.indexOf('.') + 1);
  }

  private static String sent(Ping ping) {
    String by = ping.appeal().session() == null ? "" : " by session " + ping.appeal().session();
    return "was sent%s, %s: %s"
        .formatted(by, ping.appeal().urgency(), Story.quoted(ping.appeal().message()));
  }

  private static List<Step> next(Case given) {
    Ping ping = given.ping();
    List<Step> next = new ArrayList<>();
    if (!ping.isAnswered()) {
      next.add(new Step("engine ping answer %s TEXT".formatted(ping.id()), "answer it"));
    }
    if (ping.isOpen()) {
      next.add(new Step("engine ping ack " + ping.id(), "take it out of attention"));
    }
    next.addAll(given.telling().steps());
    return next;
  }
}
