package dev.engine.services.why;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.session.Session;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a conversation goes on or does not. */
final class ConversationReasons {

  /** As many sessions as a person reads about. */
  private static final int NEWEST = 10;

  /**
   * What is recorded of a conversation, of which there is a session or a notice.
   *
   * @param sessions the one started first at the front
   * @param waiting notices that nobody was told of yet, the newest first
   */
  record Case(
      ConversationId id,
      List<SessionReasons.Case> sessions,
      List<Notification> waiting,
      Instant now) {}

  private ConversationReasons() {}

  static Explanation explain(Case given) {
    Story story = new Story();
    int older = Math.max(0, given.sessions().size() - NEWEST);
    for (SessionReasons.Case each : given.sessions().subList(older, given.sessions().size())) {
      Session session = each.session();
      story.add(
          session.origin().startedAt(),
          "session %s joined (%s), and %s"
              .formatted(
                  session.id(), session.origin().continuation(), SessionReasons.headline(each)));
    }
    for (Notification notice : given.waiting().stream().limit(NEWEST).toList()) {
      story.add(
          notice.createdAt(),
          "notice %s was queued and is not told yet (%s): %s"
              .formatted(
                  notice.id(), notice.state().standing(), Story.quoted(notice.notice().title())));
    }
    return new Explanation(
        Kind.CONVERSATION,
        given.id().value(),
        given.id(),
        headline(given),
        since(given),
        story.told(),
        next(given));
  }

  private static String headline(Case given) {
    String waits = waits(given.waiting().size());
    if (given.sessions().isEmpty()) {
      return "was never joined by a session" + waits;
    }
    return given.sessions().reversed().stream()
            .filter(each -> each.session().isLive())
            .findFirst()
            .map(
                each ->
                    "is live: session %s %s"
                        .formatted(each.session().id(), SessionReasons.headline(each)))
            .orElse("has no live session")
        + waits;
  }

  private static String waits(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "; 1 notice waits for it";
      default -> "; %d notices wait for it".formatted(count);
    };
  }

  private static Instant since(Case given) {
    if (given.sessions().isEmpty()) {
      return given.waiting().isEmpty() ? given.now() : given.waiting().getLast().createdAt();
    }
    return given.sessions().stream()
        .filter(each -> each.session().isLive())
        .reduce((first, second) -> second)
        .map(each -> each.session().origin().startedAt())
        .orElseGet(() -> lastEnd(given));
  }

  private static Instant lastEnd(Case given) {
    return given.sessions().stream()
        .map(each -> each.session().state())
        .map(state -> state instanceof Session.State.Ended ended ? ended.at() : given.now())
        .max(Instant::compareTo)
        .orElse(given.now());
  }

  private static List<Step> next(Case given) {
    List<Step> next = new ArrayList<>();
    given.sessions().reversed().stream()
        .filter(each -> each.session().isLive())
        .findFirst()
        .ifPresent(
            each ->
                next.add(new Step("engine why " + each.session().id(), "what that session does")));
    if (!given.sessions().isEmpty()) {
      next.add(new Step("engine conversation show " + given.id(), "lineage and receipts"));
    }
    return next;
  }
}
