package dev.engine.services.briefing;

import dev.engine.domain.Storage;
import dev.engine.domain.TextLength;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.Session;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import java.util.Optional;

/**
 * What events are about, in a line. The journal tells no more than ids; what they name is looked up
 * as it is now.
 */
final class Headlines {

  private static final int LENGTH = 120;

  private final Storage storage;

  Headlines(Storage storage) {
    this.storage = storage;
  }

  /** What {@code event} tells. */
  String of(Event event) {
    Subject subject = event.happening().subject();
    return TextLength.headline(
        subject == null ? session(event) : named(subject).orElseGet(subject::toString), LENGTH);
  }

  /**
   * Whether what {@code event} tells is news still: a session that waits no more asks for nothing,
   * and one that was resumed has not ended.
   */
  boolean isStillSo(Topic topic, Event event) {
    if (event.happening().subject() != null) {
      return true;
    }
    return switch (topic) {
      case ASKED ->
          found(event)
              .map(session -> session.state() instanceof Session.State.Waiting)
              .orElse(false);
      case LOST, ENDED -> found(event).map(session -> !session.isLive()).orElse(true);
      case FAILED, NOT_TOLD, SKIPPED, FINISHED, STAGED, TOLD, STARTED -> true;
    };
  }

  private String session(Event event) {
    String conversation =
        event.happening().conversation() == null ? "" : event.happening().conversation() + ": ";
    return switch (event.kind().value()) {
      case "session.started" ->
          conversation + "session began (%s)".formatted(News.fact(event, "continuation"));
      case "session.ended" ->
          conversation + "session ended (%s)".formatted(News.fact(event, "reason"));
      case "session.waiting" ->
          conversation + "session waits for %s".formatted(News.fact(event, "for"));
      default -> conversation + event.kind(); // kinds are open to new ones
    };
  }

  private Optional<Session> found(Event event) {
    return Optional.ofNullable(event.happening().session()).flatMap(storage.sessions()::find);
  }

  private Optional<String> named(Subject subject) {
    return switch (subject.kind()) {
      case WORKER -> storage.workers().find(new WorkerId(subject.id())).map(Headlines::of);
      case PING -> storage.pings().find(new PingId(subject.id())).map(Headlines::of);
      case NOTIFICATION ->
          storage.notifications().find(new NotificationId(subject.id())).map(Headlines::of);
      case STAGED_ITEM ->
          storage.stagedContent().find(new StagedItemId(subject.id())).map(Headlines::of);
      case MISSION -> storage.missions().find(new MissionId(subject.id())).map(this::slot);
      case ACCOUNT, BACKUP, CONTACT, HOOKS, PRIORITY, SCHEDULED_MISSION -> Optional.empty();
    };
  }

  private static String of(Worker worker) {
    return "%s worker: %s".formatted(worker.task().primitive(), worker.task().instructions());
  }

  private static String of(Ping ping) {
    String state =
        switch (ping.state()) {
          case Ping.State.Open open -> "open";
          case Ping.State.Acknowledged seen -> "seen";
          case Ping.State.Answered answered -> "answered";
        };
    return "ping, %s, %s: %s".formatted(ping.appeal().urgency(), state, ping.appeal().message());
  }

  private static String of(Notification notification) {
    return "%s: %s".formatted(notification.notice().conversation(), notification.notice().title());
  }

  private static String of(StagedItem item) {
    String state =
        switch (item.state()) {
          case StagedItem.State.Staged staged -> "waits";
          case StagedItem.State.Resolved resolved -> resolved.verdict().wireName();
        };
    return "%s, %s: %s".formatted(item.kind(), state, item.title());
  }

  private String slot(Mission slot) {
    String slug =
        storage
            .scheduledMissions()
            .find(slot.slot().mission())
            .map(ScheduledMission::plan)
            .map(plan -> plan.slug().value())
            .orElse("gone");
    String reason =
        switch (slot.state()) {
          case Mission.State.Skipped skipped -> ": " + skipped.reason();
          case Mission.State.Merged merged -> ": merged into " + merged.into();
          case Mission.State.Failed failed -> failed.reason() == null ? "" : ": " + failed.reason();
          case Mission.State.Complete complete ->
              complete.summary() == null ? "" : ": " + complete.summary();
          case Mission.State.Pending pending -> "";
          case Mission.State.Running running -> "";
        };
    return "mission " + slug + reason;
  }
}
