package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.database.Backup;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.worker.WorkerId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a store must hold: worked out of its journal, of what people wanted, and of what has really
 * happened, by rules of its own. A restore is a shorter journal.
 */
final class FleetModel {

  private static final Limit MANY = new Limit(1_000);

  private final NoticeModel notices = new NoticeModel();
  private final WorkerModel workers;
  private final MissionModel missions;
  private final SessionModel sessions;
  private final Timeline timeline;
  private final Set<ConversationId> conversations = new LinkedHashSet<>();

  FleetModel(FleetHome home, FleetClients clients) {
    timeline = home.timeline();
    workers = new WorkerModel(home.runs(), notices, home.time());
    missions = new MissionModel(workers, notices);
    sessions = new SessionModel(clients);
  }

  WorkerModel workers() {
    return workers;
  }

  MissionModel missions() {
    return missions;
  }

  NoticeModel notices() {
    return notices;
  }

  /** Every conversation that there was, in the order in which they were begun. */
  List<ConversationId> conversations() {
    return List.copyOf(conversations);
  }

  Timeline timeline() {
    return timeline;
  }

  /** Takes what is new in {@code store}, and holds it against what is known. */
  void read(Storage store) {
    List<Event> news = store.journal().after(timeline.head(), EventFilter.ALL, MANY);
    while (!news.isEmpty()) {
      for (Event event : news) {
        timeline.add(event);
        take(event, true, store);
      }
      news = store.journal().after(timeline.head(), EventFilter.ALL, MANY);
    }
    workers.changed().forEach(missions::follow);
    check(store);
  }

  /** Goes back to the moment of {@code backup}, as {@code store} must have now. */
  void goBackTo(Backup backup, Storage store) {
    timeline.goBackTo(backup);
    List<Event> stored = store.journal().before(Long.MAX_VALUE, EventFilter.ALL, MANY).reversed();
    if (stored.size() < MANY.rows()) {
      assertThat(timeline.events()).as("what is not forgotten of it").containsSubsequence(stored);
    }
    workers.forgetAll();
    missions.forgetAll();
    notices.forgetAll();
    sessions.forgetAll();
    timeline.events().forEach(event -> take(event, false, store));
    checkAll(store);
  }

  private void take(Event event, boolean isNews, Storage store) {
    if (event.happening().conversation() != null) {
      conversations.add(event.happening().conversation());
    }
    Subject subject = event.happening().subject();
    if (subject == null) {
      sessions.take(event, isNews);
      return;
    }
    String id = subject.id();
    switch (subject.kind()) {
      case WORKER -> workers.take(event, new WorkerId(id), isNews, store);
      case MISSION -> missions.take(event, new MissionId(id), isNews);
      case SCHEDULED_MISSION -> missions.take(event, new ScheduledMissionId(id));
      case NOTIFICATION -> notices.take(event, new NotificationId(id), isNews);
      case PING -> {
        if (event.kind().value().equals("ping.answered")) {
          workers.answered(id);
        }
      }
      case ACCOUNT, BACKUP, CONTACT, HOOKS, PRIORITY, STAGED_ITEM -> {}
    }
  }

  private void check(Storage store) {
    missions.check(store);
    workers.check(store);
    notices.check(store);
  }

  /** Everything that is known is held against the store. */
  void checkAll(Storage store) {
    missions.checkAll(store);
    workers.checkAll(store);
    notices.checkAll(store);
  }

  /** The journal of whatever {@code text} names. */
  String journalsNamedIn(String text) {
    StringBuilder told = new StringBuilder();
    for (Event event : timeline.events()) {
      Subject subject = event.happening().subject();
      if (subject != null && text.contains(Objects.requireNonNull(subject).id())) {
        told.append(subject).append(' ').append(ModelWorker.line(event)).append('\n');
      }
    }
    return told.toString();
  }
}
