package dev.engine.services.why;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.id.HexId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Offer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Turn;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why things stand as they do, from rows and journal. It finds the thing and what is recorded. */
public final class Why {

  /** Conversations have the widest shape of all that has a name. */
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,64}");

  /** What happened to one thing; only a session has more, and of that the newest tell enough. */
  private static final Limit NEWEST_EVENTS = new Limit(200);

  private static final Limit FIRST_EVENT = new Limit(1);
  private static final Limit LATEST_SLOTS = new Limit(10);
  private static final Limit LATEST_ATTEMPTS = new Limit(100);
  private static final Limit NOTICES = new Limit(5);
  private static final Page WAITING = Page.first(new Limit(100));

  private final Storage storage;
  private final InstantSource clock;

  public Why(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Explains everything that bears {@code name}: as a rule one thing, but ids of different kinds
   * may be equal.
   *
   * @param name an id, a conversation, or the slug of a mission, as a person types it
   * @throws InvalidInput if nothing can have that name
   * @throws NotFound if nothing has it
   */
  public List<Explanation> of(String name) {
    if (!SHAPE.matcher(name).matches()) {
      throw new InvalidInput(
          "what is asked about", "an id, a conversation or the slug of a mission", name);
    }
    Instant now = clock.instant();
    List<Explanation> found =
        Stream.concat(HexId.isShapeOf(name) ? byId(name, now) : Stream.empty(), byName(name, now))
            .toList();
    if (found.isEmpty()) {
      throw new NotFound("thing that can be explained is called", name);
    }
    return found;
  }

  private Stream<Explanation> byId(String id, Instant now) {
    return Stream.of(
            storage.sessions().find(new SessionId(id)).map(session -> session(session, now)),
            storage.workers().find(new WorkerId(id)).map(worker -> worker(worker, now)),
            storage.missions().find(new MissionId(id)).map(this::slot),
            storage
                .scheduledMissions()
                .find(new ScheduledMissionId(id))
                .map(mission -> schedule(mission, now)),
            storage
                .notifications()
                .find(new NotificationId(id))
                .map(notice -> NoticeReasons.explain(notice(notice, now))),
            storage.pings().find(new PingId(id)).map(ping -> ping(ping, now)),
            storage.stagedContent().find(new StagedItemId(id)).map(item -> staged(item, now)))
        .flatMap(Optional::stream);
  }

  private Stream<Explanation> byName(String name, Instant now) {
    Optional<Explanation> mission =
        storage.scheduledMissions().find(new Slug(name)).map(found -> schedule(found, now));
    Optional<Explanation> conversation =
        name.startsWith("-") ? Optional.empty() : conversation(new ConversationId(name), now);
    return Stream.concat(mission.stream(), conversation.stream());
  }

  private Explanation session(Session session, Instant now) {
    Optional<Conversation> conversation = storage.conversations().find(session.conversation());
    List<Session> line = conversation.map(Conversation::sessions).orElse(List.of());
    return SessionReasons.explain(
        new SessionReasons.Case(
            session, timeline(session.id()), successor(session, line), waiting(session), now));
  }

  private List<Notification> waiting(Session session) {
    return session.isLive() ? waiting(session.conversation()) : List.of();
  }

  private List<Notification> waiting(ConversationId conversation) {
    NotificationFilter waiting = new NotificationFilter(conversation, Progress.WAITING);
    return storage.notifications().list(waiting, WAITING).items();
  }

  private static @Nullable Session successor(Session session, List<Session> line) {
    return line.stream()
        .filter(each -> session.id().equals(each.origin().previous()))
        .findFirst()
        .orElse(null);
  }

  private Optional<Explanation> conversation(ConversationId id, Instant now) {
    List<Session> line =
        storage.conversations().find(id).map(Conversation::sessions).orElse(List.of());
    List<Notification> waiting = waiting(id);
    if (line.isEmpty() && waiting.isEmpty()) {
      return Optional.empty();
    }
    List<SessionReasons.Case> sessions =
        line.stream()
            .map(
                each ->
                    new SessionReasons.Case(each, List.of(), successor(each, line), List.of(), now))
            .toList();
    return Optional.of(
        ConversationReasons.explain(new ConversationReasons.Case(id, sessions, waiting, now)));
  }

  private NoticeReasons.Case notice(Notification notice, Instant now) {
    List<Event> events = events(Subject.Kind.NOTIFICATION, notice.id().value());
    Session live =
        storage
            .conversations()
            .find(notice.notice().conversation())
            .flatMap(Conversation::live)
            .orElse(null);
    return new NoticeReasons.Case(notice, events, recipients(notice, events), live, now);
  }

  private Map<SessionId, Session> recipients(Notification notice, List<Event> events) {
    Map<SessionId, Session> found = new HashMap<>();
    Offer offer = notice.state().offer();
    Stream.concat(
            Stream.ofNullable(offer).map(Offer::to),
            events.stream().flatMap(event -> Stream.ofNullable(event.happening().session())))
        .distinct()
        .forEach(id -> storage.sessions().find(id).ifPresent(each -> found.put(id, each)));
    return found;
  }

  private Telling telling(@Nullable ConversationId addressee, String entity, Instant now) {
    return new Telling(
        addressee,
        storage.notifications().about(entity, NOTICES).stream()
            .map(notice -> notice(notice, now))
            .toList());
  }

  private Explanation worker(Worker worker, Instant now) {
    String id = worker.id().value();
    return WorkerReasons.explain(
        new WorkerReasons.Case(
            worker,
            events(Subject.Kind.WORKER, id),
            storage.workerQueue().attempts(worker.id(), LATEST_ATTEMPTS),
            telling(worker.task().owner(), id, now),
            waiting(worker, now)));
  }

  private WorkerReasons.Waiting waiting(Worker worker, Instant now) {
    List<Worker> others = worker.status() == WorkerStatus.PENDING ? incomplete(worker) : List.of();
    Ping question =
        worker.state() instanceof Worker.State.Asking asking
            ? storage.pings().find(asking.question()).orElse(null)
            : null;
    Turn turn = storage.workerQueue().turn(worker.id(), now).orElse(null);
    return new WorkerReasons.Waiting(others, turn, question, now);
  }

  /** What {@code worker} depends on and that is not complete, the failed ones first. */
  private List<Worker> incomplete(Worker worker) {
    return worker.order().dependsOn().stream()
        .flatMap(id -> storage.workers().find(id).stream())
        .filter(other -> other.status() != WorkerStatus.COMPLETE)
        .sorted(Comparator.comparing(other -> other.status() != WorkerStatus.FAILED))
        .toList();
  }

  private Explanation schedule(ScheduledMission mission, Instant now) {
    List<Mission> slots =
        storage
            .missions()
            .history(MissionFilter.of(mission.id()), Page.first(LATEST_SLOTS))
            .items();
    return MissionReasons.explain(
        new MissionReasons.ScheduleCase(
            mission, events(Subject.Kind.SCHEDULED_MISSION, mission.id().value()), slots, now));
  }

  private Explanation slot(Mission slot) {
    ScheduledMission mission =
        storage
            .scheduledMissions()
            .find(slot.slot().mission())
            .orElseThrow(() -> new NotFound("mission", slot.slot().mission()));
    Worker worker =
        Optional.ofNullable(slot.worker()).flatMap(storage.workers()::find).orElse(null);
    return MissionReasons.explain(
        new MissionReasons.SlotCase(
            slot, events(Subject.Kind.MISSION, slot.id().value()), mission, worker));
  }

  private Explanation ping(Ping ping, Instant now) {
    String id = ping.id().value();
    return PingReasons.explain(
        new PingReasons.Case(
            ping,
            events(Subject.Kind.PING, id),
            telling(ping.appeal().conversation(), id, now),
            now));
  }

  private Explanation staged(StagedItem item, Instant now) {
    String id = item.id().value();
    return StagedReasons.explain(
        new StagedReasons.Case(
            item,
            events(Subject.Kind.STAGED_ITEM, id),
            telling(item.provenance().conversation(), id, now)));
  }

  private List<Event> events(Subject.Kind kind, String id) {
    EventFilter filter = EventFilter.of(new Subject(kind, id));
    return storage.journal().before(Long.MAX_VALUE, filter, NEWEST_EVENTS).reversed();
  }

  /** How the session began, and what is newest of it. */
  private List<Event> timeline(SessionId id) {
    EventFilter filter = EventFilter.of(id);
    List<Event> newest = storage.journal().before(Long.MAX_VALUE, filter, NEWEST_EVENTS).reversed();
    List<Event> all = new ArrayList<>(storage.journal().after(0, filter, FIRST_EVENT));
    all.removeAll(newest);
    all.addAll(newest);
    return all;
  }
}
