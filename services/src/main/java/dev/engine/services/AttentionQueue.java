package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.attention.AttentionAct;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.attention.AttentionMark;
import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the person, of all kinds. An item goes by itself when its cause does, and when the
 * person says that they have seen it.
 */
public final class AttentionQueue {

  /** Of each kind; nobody reads on beyond it. */
  private static final Limit ENOUGH = new Limit(1_000);

  private static final Page FRONT = Page.first(ENOUGH);
  private static final Page LATEST = Page.first(new Limit(1));

  /** Nobody else reminds of a worker that waits for an answer. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Storage storage;
  private final HomeState home;
  private final InstantSource clock;

  public AttentionQueue(Storage storage, HomeState home, InstantSource clock) {
    this.storage = storage;
    this.home = home;
    this.clock = clock;
  }

  /** What waits now, the worst at the front; of the equally bad, what has waited longest. */
  public List<AttentionItem> list(Limit limit) {
    return all(clock.instant()).limit(limit.rows()).toList();
  }

  /**
   * Where the person can see to {@code items}: by {@link AttentionItem#id}, a live session with a
   * tmux pane. That is the one that waits, or else the one of the item's conversation that started
   * last; an item without one is missing.
   */
  public Map<String, SessionId> panes(List<AttentionItem> items) {
    List<Session> live =
        storage.sessionViews().list(SessionFilter.LIVE, FRONT).items().stream()
            .filter(session -> session.client().tmuxPane() != null)
            .toList();
    Map<String, SessionId> panes = new HashMap<>();
    for (AttentionItem item : items) {
      live.stream()
          .filter(item::concerns)
          .findFirst()
          .ifPresent(session -> panes.put(item.id(), session.id()));
    }
    return panes;
  }

  /**
   * Takes what waits as {@code name} out of the list until it waits again, and returns it. A ping
   * is acknowledged by that. A worker that is not answered waits on, so that is only put off.
   *
   * @param name an {@link AttentionItem#id}, or the {@link AttentionItem#subject} of one or more
   * @throws NotFound if nothing waits as that
   */
  public List<AttentionItem> acknowledge(String name) {
    List<AttentionItem> items = called(name);
    for (AttentionItem item : items) {
      if (item.kind() == AttentionKind.PING) {
        storage.pings().acknowledge(new PingId(item.subject()), clock.instant());
      } else {
        mark(item, item.kind() == AttentionKind.WORKER_ASKS ? clock.instant().plus(A_DAY) : null);
      }
    }
    return items;
  }

  /**
   * Takes what waits as {@code name} out of the list for a while, and returns it.
   *
   * @param name as {@link #acknowledge} takes it
   * @throws NotFound if nothing waits as that
   */
  public List<AttentionItem> snooze(String name, TimeSpan pause) {
    List<AttentionItem> items = called(name);
    Instant until = clock.instant().plus(pause.length());
    for (AttentionItem item : items) {
      if (item.kind() == AttentionKind.PING) {
        storage.pings().snooze(new PingId(item.subject()), until, clock.instant());
      } else {
        mark(item, until);
      }
    }
    return items;
  }

  /**
   * Answers the ping that waits as {@code name}; whoever asked is told.
   *
   * @param name as {@link #acknowledge} takes it
   * @throws NotFound if no ping waits as that
   * @throws Conflict if somebody else has answered it meanwhile
   */
  public List<AttentionItem> answer(String name, Answer answer) {
    List<AttentionItem> pings =
        called(name).stream().filter(item -> item.acts().contains(AttentionAct.ANSWER)).toList();
    if (pings.isEmpty()) {
      throw new NotFound("ping in attention", name);
    }
    new PingDesk(storage.pings(), storage.sessions(), clock)
        .answer(new PingId(pings.getFirst().subject()), answer);
    return pings;
  }

  private Stream<AttentionItem> all(Instant now) {
    List<AttentionItem> items = causes(now).flatMap(kind -> kind).toList();
    Map<String, AttentionMark> marks = new HashMap<>();
    for (AttentionMark mark : storage.attentionMarks().of(items)) {
      marks.put(AttentionItem.id(mark.kind(), mark.subject()), mark);
    }
    return items.stream()
        .filter(item -> !isHidden(item, marks.get(item.id()), now))
        .sorted(AttentionItem.WORST_FIRST);
  }

  private static boolean isHidden(AttentionItem item, @Nullable AttentionMark mark, Instant now) {
    return mark != null && mark.hides(item, now);
  }

  private Stream<Stream<AttentionItem>> causes(Instant now) {
    return Stream.of(
        pings(now),
        unansweredWorkers(),
        waitingSessions(),
        failedWorkers(now),
        failingMissions(),
        skippedMissions(),
        overdueMissions(now),
        deadNotices(),
        setAsideEvents(),
        lostCanaries(),
        heldMigrations(),
        backups(now),
        staleCopy(now),
        troublesOfTheStore(now));
  }

  private List<AttentionItem> called(String name) {
    List<AttentionItem> items = all(clock.instant()).filter(item -> item.isCalled(name)).toList();
    if (items.isEmpty()) {
      throw new NotFound("item of attention", name);
    }
    return items;
  }

  private void mark(AttentionItem item, @Nullable Instant until) {
    storage
        .attentionMarks()
        .keep(new AttentionMark(item.kind(), item.subject(), item.since(), clock.instant(), until));
  }

  private Stream<AttentionItem> pings(Instant now) {
    return storage.pings().list(PingFilter.OPEN, FRONT).items().stream()
        .filter(ping -> ping.needsAttentionAt(now))
        .map(AttentionItem::of);
  }

  /** Of those whose question is open, that is the item. */
  private Stream<AttentionItem> unansweredWorkers() {
    return storage.workers().asking(ENOUGH).stream()
        .flatMap(
            worker ->
                worker.state() instanceof Worker.State.Asking asking
                    ? storage.pings().find(asking.question()).stream()
                    : Stream.empty())
        .filter(ping -> !ping.isOpen())
        .map(AttentionItem::ofUnanswered);
  }

  private Stream<AttentionItem> waitingSessions() {
    return storage.sessionViews().list(SessionFilter.LIVE, FRONT).items().stream()
        .flatMap(
            session ->
                session.state() instanceof Session.State.Waiting waiting
                    ? Stream.of(AttentionItem.of(session, waiting))
                    : Stream.empty());
  }

  /**
   * One that did the work of a mission is the mission's item, which goes when that runs well. One
   * that was cancelled is none: somebody has looked at it.
   */
  private Stream<AttentionItem> failedWorkers(Instant now) {
    Instant since = now.minus(AttentionItem.FAILURE_SHOWN_FOR);
    return storage.workers().list(WorkerFilter.FAILED, FRONT).items().stream()
        .filter(worker -> storage.missions().by(worker.id()).isEmpty())
        .flatMap(
            worker ->
                worker.state() instanceof Worker.State.Failed failed && failed.at().isAfter(since)
                    ? Stream.of(AttentionItem.of(worker, failed))
                    : Stream.empty());
  }

  private Stream<AttentionItem> failingMissions() {
    return storage.missions().failing(ENOUGH).stream()
        .flatMap(
            mission ->
                mission.state() instanceof Mission.State.Failed failed
                    ? failing(mission, failed)
                    : Stream.empty());
  }

  private Stream<AttentionItem> failing(Mission mission, Mission.State.Failed failed) {
    return readable(mission.slot().mission()).stream()
        .map(scheduled -> AttentionItem.of(scheduled, mission, failed));
  }

  /** Of each enabled mission the latest slot, if it was passed over. */
  private Stream<AttentionItem> skippedMissions() {
    MissionFilter skipped = new MissionFilter(null, MissionStatus.SKIPPED);
    return storage.missions().history(skipped, FRONT).items().stream()
        .map(slot -> slot.slot().mission())
        .distinct()
        .flatMap(id -> readable(id).stream())
        .filter(ScheduledMission::enabled)
        .flatMap(this::latestIfSkipped);
  }

  private Stream<AttentionItem> latestIfSkipped(ScheduledMission mission) {
    return storage.missions().history(MissionFilter.of(mission.id()), LATEST).items().stream()
        .flatMap(
            slot ->
                slot.state() instanceof Mission.State.Skipped skipped
                    ? Stream.of(AttentionItem.of(mission, slot, skipped))
                    : Stream.empty());
  }

  /** Empty also for one that cannot be read: {@link #overdueMissions} tells of that. */
  private Optional<ScheduledMission> readable(ScheduledMissionId id) {
    try {
      return storage.scheduledMissions().find(id);
    } catch (StorageRefused unreadable) {
      return Optional.empty();
    }
  }

  private Stream<AttentionItem> overdueMissions(Instant now) {
    return storage.missionRuns().agenda(now).due().stream().flatMap(id -> overdue(id, now));
  }

  /** One that cannot be read must not hide all else that waits. */
  private Stream<AttentionItem> overdue(ScheduledMissionId id, Instant now) {
    try {
      return storage.scheduledMissions().find(id).stream()
          .flatMap(
              mission ->
                  Stream.ofNullable(mission.overdueSince(now))
                      .map(due -> AttentionItem.ofOverdue(mission, due)));
    } catch (StorageRefused unreadable) {
      Instant day = now.truncatedTo(ChronoUnit.DAYS);
      return Stream.of(
          AttentionItem.ofUnreadable(id, day, String.valueOf(unreadable.getMessage())));
    }
  }

  private Stream<AttentionItem> deadNotices() {
    return storage.notifications().list(NotificationFilter.DEAD, FRONT).items().stream()
        .flatMap(
            notice ->
                notice.state() instanceof Notification.State.Dead dead
                    ? Stream.of(AttentionItem.of(notice, dead))
                    : Stream.empty());
  }

  private Stream<AttentionItem> heldMigrations() {
    return home.database().get().state() instanceof DatabaseStatus.State.Present file
            && !file.applied().isEmpty()
        ? file.held().stream().map(held -> AttentionItem.of(held, file.applied().getFirst().at()))
        : Stream.empty();
  }

  /** Both go with the next good backup. */
  private Stream<AttentionItem> backups(Instant now) {
    BackupStanding standing = storage.backupLedger().standing(now);
    Stream<AttentionItem> failing =
        standing.trouble() == null
            ? Stream.empty()
            : Stream.of(AttentionItem.of(standing.trouble()));
    Stream<AttentionItem> stale =
        begunAt().flatMap(begun -> home.backups().get().staleSince(standing, begun, now)).stream()
            .map(since -> AttentionItem.ofStale(standing.latest(), since));
    return Stream.concat(failing, stale);
  }

  /** It goes when the copy goes on. */
  private Stream<AttentionItem> staleCopy(Instant now) {
    CopyStanding copy = home.condition().get().copy();
    return copy == null
        ? Stream.empty()
        : copy.staleAt(now).stream().map(trouble -> AttentionItem.ofStale(copy.folder(), trouble));
  }

  /** When the database was made; empty if nobody knows. */
  private Optional<Instant> begunAt() {
    return home.database().get().state() instanceof DatabaseStatus.State.Present file
        ? file.applied().stream().findFirst().map(AppliedMigration::at)
        : Optional.empty();
  }

  /** Since the day that it is, for nobody keeps when they began. */
  private Stream<AttentionItem> troublesOfTheStore(Instant now) {
    StoreCondition store = home.condition().get();
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    DiskRoom room = store.room();
    return Stream.concat(
        room != null && room.isLow() ? Stream.of(AttentionItem.ofLow(room, day)) : Stream.empty(),
        store.log().isTooLong()
            ? Stream.of(AttentionItem.ofHeld(store.log(), day))
            : Stream.empty());
  }

  private Stream<AttentionItem> lostCanaries() {
    return storage.canaries().last().stream()
        .flatMap(
            run -> {
              Instant since = run.failingSince();
              return since == null ? Stream.empty() : Stream.of(AttentionItem.ofLost(run, since));
            });
  }

  private Stream<AttentionItem> setAsideEvents() {
    HookBacklog left = home.backlog().get();
    Instant since = left.setAsideSince();
    return since == null
        ? Stream.empty()
        : Stream.of(AttentionItem.ofSetAside(left.setAsideCount(), since));
  }
}
