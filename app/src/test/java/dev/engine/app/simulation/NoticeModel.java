package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What conversations must be told of, because it has happened, and how far each notice has come by
 * its events.
 */
final class NoticeModel {

  /** What the simulation itself causes; of other types it expects nothing. */
  private static final Set<String> CAUSED =
      Set.of(
          "worker_complete",
          "worker_failed",
          "worker_question",
          "mission_complete",
          "mission_failed");

  private record Topic(String type, String entity) {}

  /** One notice. */
  private static final class Line {
    private final Topic topic;
    private final ConversationId conversation;
    private final List<Event> events = new ArrayList<>();
    private String standing = "queued";
    private boolean isDoubtful;
    private int offers;

    private Line(Topic topic, ConversationId conversation) {
      this.topic = topic;
      this.conversation = conversation;
    }

    private void take(Event event) {
      events.add(event);
      String kind = event.kind().value();
      boolean isPossible =
          switch (kind) {
            case "notification.queued" -> events.size() == 1;
            case "notification.offered" -> standing.equals("queued");
            case "notification.confirmed" -> isWaiting();
            case "notification.returned", "notification.dead" -> standing.equals("offered");
            case "notification.withdrawn", "notification.expired" -> isWaiting();
            case "notification.seen" -> standing.equals("confirmed");
            default -> false;
          };
      assertThat(isPossible).as("the journal explains: %s", this).isTrue();
      isDoubtful =
          kind.equals("notification.returned")
              && ModelWorker.fact(event, "reason").equals("silence");
      String end = kind.substring(kind.indexOf('.') + 1);
      standing = end.equals("returned") ? "queued" : end;
      if (end.equals("offered")) {
        offers++;
      }
    }

    private boolean isWaiting() {
      return standing.equals("queued") || standing.equals("offered");
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("notice for " + conversation + " of " + topic);
      events.forEach(event -> text.append("\n  ").append(ModelWorker.line(event)));
      return text.toString();
    }
  }

  private final Map<NotificationId, Line> lines = new LinkedHashMap<>();
  private final Map<Topic, Integer> expected = new HashMap<>();
  private final Map<Topic, Integer> queued = new HashMap<>();
  private final Set<Topic> changedTopics = new LinkedHashSet<>();
  private final Set<NotificationId> changed = new LinkedHashSet<>();

  /** Of whatever past. */
  private final Set<NotificationId> everRead = new HashSet<>();

  private final Set<NotificationId> everGiven = new HashSet<>();

  void forgetAll() {
    lines.clear();
    expected.clear();
    queued.clear();
    changedTopics.clear();
    changed.clear();
  }

  /** Something has happened of which somebody is to be told, once. */
  void expect(String type, String entity) {
    Topic topic = new Topic(type, entity);
    expected.merge(topic, 1, Integer::sum);
    changedTopics.add(topic);
  }

  /**
   * Takes an event of a notice.
   *
   * @param isNews whether it was not taken before in another past
   */
  void take(Event event, NotificationId id, boolean isNews) {
    if (event.kind().value().equals("notification.queued")) {
      if (isNews) {
        assertThat(everGiven.add(id)).as("%s was given before", id).isTrue();
      }
      Topic topic = new Topic(ModelWorker.fact(event, "type"), ModelWorker.fact(event, "entityId"));
      ConversationId to = Objects.requireNonNull(event.happening().conversation());
      lines.put(id, new Line(topic, to));
      queued.merge(topic, 1, Integer::sum);
      changedTopics.add(topic);
    }
    Line line = get(id);
    line.take(event);
    changed.add(id);
    if (line.standing.equals("confirmed")) {
      assertThat(everRead).as("told, but nobody has read it: %s", line).contains(id);
    }
  }

  /** A model has it before itself. */
  void isRead(NotificationId id) {
    assertThat(lines).as("read, but not stored: %s", id).containsKey(id);
    everRead.add(id);
  }

  /** Holds what has changed since the last time against the store, and against what happened. */
  void check(Storage store) {
    for (Topic topic : changedTopics) {
      if (CAUSED.contains(topic.type())) {
        assertThat(queued.getOrDefault(topic, 0))
            .as("how often it is told of %s", topic)
            .isEqualTo(expected.getOrDefault(topic, 0));
      }
    }
    for (NotificationId id : changed) {
      Line line = get(id);
      Notification stored = store.notifications().find(id).orElseThrow();
      assertThat(stored.state().standing().wireName()).as("%s", line).isEqualTo(line.standing);
      assertThat(!line.standing.equals("dead") || line.offers >= Deliveries.MOST_ATTEMPTS)
          .as("given up too early: %s", line)
          .isTrue();
      assertThat(stored.state().offer() != null || !line.isDoubtful).as("%s", line).isTrue();
    }
    changedTopics.clear();
    changed.clear();
  }

  /** Everything is looked at once more. */
  void checkAll(Storage store) {
    changedTopics.addAll(expected.keySet());
    changedTopics.addAll(queued.keySet());
    changed.addAll(lines.keySet());
    check(store);
  }

  /** Conversations that are still to be told something, the one that waits longest first. */
  List<ConversationId> waiting() {
    return lines.values().stream()
        .filter(Line::isWaiting)
        .map(line -> line.conversation)
        .distinct()
        .toList();
  }

  /** How many notices there were. */
  int count() {
    return lines.size();
  }

  private Line get(NotificationId id) {
    return Objects.requireNonNull(lines.get(id), id::toString);
  }

  /** What is known of one notice. */
  String story(NotificationId id) {
    return String.valueOf(lines.get(id));
  }
}
