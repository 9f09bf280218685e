package dev.engine.services.briefing;

import dev.engine.domain.content.StagedEvents;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.mission.MissionEvents;
import dev.engine.domain.notification.NotificationEvents;
import dev.engine.domain.ping.PingEvents;
import dev.engine.domain.session.SessionEvents;
import dev.engine.domain.worker.WorkerEvents;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events are news. */
final class News {

  private static final Map<EventKind, Topic> ALWAYS =
      Map.of(
          WorkerEvents.FAILED, Topic.FAILED,
          WorkerEvents.COMPLETED, Topic.FINISHED,
          PingEvents.SENT, Topic.ASKED,
          SessionEvents.WAITING, Topic.ASKED,
          NotificationEvents.DEAD, Topic.NOT_TOLD,
          NotificationEvents.EXPIRED, Topic.NOT_TOLD,
          NotificationEvents.CONFIRMED, Topic.TOLD,
          StagedEvents.STAGED, Topic.STAGED,
          SessionEvents.STARTED, Topic.STARTED);

  private News() {}

  /** What {@code event} is news about; null if it is none. */
  static @Nullable Topic topic(Event event) {
    if (event.kind().equals(MissionEvents.RECORDED)) {
      return switch (fact(event, "status")) {
        case "failed" -> Topic.FAILED;
        case "complete" -> Topic.FINISHED;
        case "skipped" -> Topic.SKIPPED;
        default -> null; // it goes on: there is nothing to tell yet
      };
    }
    if (event.kind().equals(SessionEvents.ENDED)) {
      return fact(event, "reason").equals("lost") ? Topic.LOST : Topic.ENDED;
    }
    return ALWAYS.get(event.kind());
  }

  /** The id of what {@code event} is about. */
  static String subject(Event event) {
    if (event.happening().subject() != null) {
      return event.happening().subject().id();
    }
    return event.happening().session() == null ? "" : event.happening().session().value();
  }

  /** Whether {@code event} is news, or tells of a cost. */
  static boolean counts(Event event) {
    return topic(event) != null || cost(event).signum() > 0;
  }

  /** What the attempt cost whose end {@code event} tells, in US dollars; 0 if it tells none. */
  static BigDecimal cost(Event event) {
    Subject subject = event.happening().subject();
    return subject == null || subject.kind() != Subject.Kind.WORKER
        ? BigDecimal.ZERO
        : event
            .happening()
            .facts()
            .find(WorkerEvents.COST_USD)
            .map(BigDecimal::new)
            .orElse(BigDecimal.ZERO);
  }

  static String fact(Event event, String name) {
    return event.happening().facts().find(name).orElse("");
  }
}
