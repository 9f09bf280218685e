package dev.engine.app.chaos;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Spawning;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.host.HostLifeSigns;
import dev.engine.host.PrivateHomes;
import dev.engine.host.ProcProcesses;
import dev.engine.host.ProcessPrograms;
import dev.engine.host.TmuxPanes;
import dev.engine.host.worker.FileWorkerOutputs;
import dev.engine.host.worker.ProcWorkerPrograms;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.calendar.SlotCalendar;
import dev.engine.services.loop.Liveness;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.MissionClock;
import dev.engine.services.loop.Settlement;
import dev.engine.services.worker.CommandTemplate;
import dev.engine.services.worker.WorkerProfile;
import dev.engine.services.worker.WorkerProfiles;
import dev.engine.services.worker.WorkerRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Sessions, workers and missions over a scratch store, with all that an engine does for them by
 * itself, on a clock that can be set. The clients and the workers are real processes, whose times
 * the kernel keeps by another clock.
 */
final class JumpedFleet implements AutoCloseable {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Page ALL = Page.first(new Limit(1_000));

  /** Together less than a minute, so that one slot more is due at the most. */
  private static final int LAST_ROUNDS = 1_000;

  private static final Duration BETWEEN_LAST_ROUNDS = Duration.ofMillis(20);

  private static final List<ConversationId> CONVERSATIONS =
      List.of(new ConversationId("builder-one"), new ConversationId("builder-two"));

  /** Works until it is told to end, whatever the clock says. */
  private static final String LONG = "until [ -e go ]; do sleep 0.02; done; echo done";

  private static final String SHORT = "echo done";

  private final SplittableRandom random;
  private final HomeFolder home;
  private final SqliteStorage storage;
  private final List<Loop.Work> loops;
  private final ProcWorkerPrograms programs;
  private final List<JumpedClient> clients = new ArrayList<>();
  private final List<ScheduledMissionId> missions = new ArrayList<>();
  private final Worker lasting;
  private Instant now = NOON;
  private int notices;

  /**
   * @param project an empty folder
   */
  JumpedFleet(Path distribution, Path project, Blank blank, long seed) {
    this.random = new SplittableRandom(seed);
    this.home = HomeFolder.of(project);
    new PrivateHomes().make(home);
    blank.fill(home.database().resolveSibling(""));
    this.storage = SqliteStorage.open(home.database(), Scene.PATIENCE, random.split());
    ProcProcesses processes = new ProcProcesses();
    this.programs =
        new ProcWorkerPrograms(
            home, distribution.resolve("lib/worker-run.sh"), System.getenv(), processes);
    this.loops =
        List.of(
            new MissionClock(
                storage.as(Actor.ENGINE), new SlotCalendar(), home.outputs(), () -> now),
            runner(),
            new Settlement(storage, () -> now),
            new Liveness(
                storage.as(Actor.ENGINE),
                new HostLifeSigns(processes, new TmuxPanes(new ProcessPrograms())),
                () -> now));
    CONVERSATIONS.forEach(
        conversation -> {
          clients.add(new JumpedClient(storage, random, conversation, now));
          clients.add(new JumpedClient(storage, random, conversation, now));
        });
    schedule("skips", MissedRun.SKIP, Overlap.SKIP);
    schedule("once", MissedRun.ONCE, Overlap.PARALLEL);
    schedule("all", MissedRun.ALL, Overlap.QUEUE);
    this.lasting = spawn(LONG);
  }

  private WorkerRunner runner() {
    CommandTemplate command = new CommandTemplate(List.of("/bin/sh", "{instructions_file}"));
    WorkerProfile profile = new WorkerProfile(command, command, 4, Duration.ofHours(1), Set.of());
    return new WorkerRunner(
        storage.as(Actor.ENGINE),
        new WorkerRunner.Machine(
            programs,
            new FileWorkerOutputs(home.outputs()),
            () -> Duration.ofNanos(System.nanoTime())),
        new WorkerRunner.Setting(new WorkerProfiles(4, Map.of(), profile), home, () -> {}),
        () -> now,
        random.split());
  }

  private void schedule(String slug, MissedRun missed, Overlap overlap) {
    MissionPolicies policies = new MissionPolicies(missed, 2, Duration.ofDays(1), overlap, null);
    Timing timing = new Timing(Schedule.parse("* * * * *"), ZoneOffset.UTC, policies);
    MissionPlan plan =
        new MissionPlan(
            new Slug(slug), slug, SHORT, Primitive.MONITOR, timing, CONVERSATIONS.getFirst());
    Scheduling scheduling = storage.scheduledMissions().add(plan, new SlotCalendar(), now);
    missions.add(((Scheduling.Scheduled) scheduling).mission().id());
  }

  private Worker spawn(String script) {
    Task task = new Task(Primitive.RESEARCH, script, null, CONVERSATIONS.getLast());
    Spawning spawning = storage.workers().spawn(WorkOrder.of(task), home.outputs(), now);
    return ((Spawning.Spawned) spawning).worker();
  }

  /** Sets the clock, and lets everybody go on for a while; what is broken by then, in words. */
  List<String> jump(Duration by) {
    now = now.plus(by);
    List<String> broken = new ArrayList<>();
    for (int i = random.nextInt(2, 6); i > 0; i--) {
      pass();
      broken.addAll(act());
      look();
    }
    broken.addAll(doubleSlots());
    clients.stream()
        .map(JumpedClient::session)
        .filter(session -> !session.isLive())
        .forEach(session -> broken.add("the session of a live client has ended: " + session));
    broken.addAll(lastingTrouble());
    return broken;
  }

  private List<String> act() {
    JumpedClient client = clients.get(random.nextInt(clients.size()));
    return switch (random.nextInt(6)) {
      case 0 -> client.compact(now);
      case 1, 2 -> {
        ConversationId to = CONVERSATIONS.get(random.nextInt(CONVERSATIONS.size()));
        String number = "notice-" + ++notices;
        Notice notice = new Notice(to, NotificationType.MESSAGE, number, number, "");
        storage.notifications().queue(notice, now);
        yield List.of();
      }
      default -> client.takeATurn(now);
    };
  }

  private void pass() {
    now = now.plusMillis(random.nextInt(90_000));
  }

  private void look() {
    loops.forEach(loop -> loop.run());
  }

  /** Slots that were decided on twice: what stands for several slots stands for all between. */
  private List<String> doubleSlots() {
    List<String> broken = new ArrayList<>();
    for (ScheduledMissionId mission : missions) {
      Instant before = Instant.MIN;
      for (Mission run : history(mission)) {
        if (!run.occasion().firstSlotAt().isAfter(before)) {
          broken.add("decided on twice: " + run);
        }
        before = run.slot().at();
      }
    }
    return broken;
  }

  private List<Mission> history(ScheduledMissionId mission) {
    MissionFilter filter = MissionFilter.of(mission);
    List<Mission> runs = new ArrayList<>();
    Listed<Mission> listed = storage.missions().history(filter, ALL);
    runs.addAll(listed.items());
    while (listed.next() != null) {
      listed = storage.missions().history(filter, ALL.after(listed.next()));
      runs.addAll(listed.items());
    }
    runs.sort(Comparator.comparing(run -> run.occasion().firstSlotAt()));
    return runs;
  }

  private List<String> lastingTrouble() {
    Worker worker = worker();
    boolean isAtWork =
        worker.state() instanceof Worker.State.Running
            || worker.state() instanceof Worker.State.Pending;
    return isAtWork && worker.run().failedAttempts() == 0
        ? List.of()
        : List.of("a worker that is at work is taken for " + worker);
  }

  /** Lets the clock go as it should until all is told and done; what is broken then, in words. */
  List<String> settle() {
    List<String> broken = new ArrayList<>();
    JumpedClient killed = clients.removeLast();
    killed.kill();
    endLasting();
    // What was offered in a context is not repeated there, proven or not: somebody new is to come.
    CONVERSATIONS.forEach(
        conversation -> clients.add(new JumpedClient(storage, random, conversation, now)));
    for (int round = 0; round < LAST_ROUNDS && !isSettled(killed); round++) {
      now = now.plus(BETWEEN_LAST_ROUNDS);
      look();
      clients.forEach(client -> broken.addAll(client.takeATurn(now)));
      LockSupport.parkNanos(BETWEEN_LAST_ROUNDS.toNanos()); // processes end in their own time
    }
    if (killed.session().isLive()) {
      broken.add("the session of a killed client is not lost: " + killed.session());
    }
    if (!(worker().state() instanceof Worker.State.Complete)) {
      broken.add("a worker that has ended is taken for " + worker());
    }
    waiting().forEach(notice -> broken.add("never told: " + notice));
    given(NotificationFilter.DEAD).forEach(notice -> broken.add("given up: " + notice));
    broken.addAll(doubleSlots());
    return broken;
  }

  private boolean isSettled(JumpedClient killed) {
    return !killed.session().isLive()
        && worker().state() instanceof Worker.State.Complete
        && waiting().isEmpty();
  }

  private List<Notification> waiting() {
    return given(NotificationFilter.WAITING);
  }

  private List<Notification> given(NotificationFilter filter) {
    return storage.notifications().list(filter, ALL).items();
  }

  private Worker worker() {
    return storage.workers().find(lasting.id()).orElseThrow();
  }

  private void endLasting() {
    try {
      Files.createFile(lasting.workspacePath().resolve("go"));
    } catch (IOException failure) {
      throw new StorageUnavailable("the workspace of a worker is not there", failure);
    }
  }

  @Override
  public void close() {
    clients.forEach(JumpedClient::close);
    for (int round = 0; round < 20 && !programs.all().isEmpty(); round++) {
      programs.all().forEach(programs::kill);
    }
    storage.close();
  }
}
