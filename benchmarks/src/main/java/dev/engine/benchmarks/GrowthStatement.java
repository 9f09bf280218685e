package dev.engine.benchmarks;

import dev.engine.domain.Cursor;
import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.Urgency;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Capacity;
import dev.engine.domain.worker.Claiming;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One step of a port that must not become slower as its tables grow. Those that may, with the
 * reasons, are in the test {@code QueryPlans}, and not here.
 *
 * @param times how often a round runs it
 * @param preparation draws what it asks for, which does not count
 */
record GrowthStatement(String name, int times, Function<GrownStore, Runnable> preparation) {

  static final int READS = 400;

  /** Each of them waits for the disk. */
  static final int WRITES = 100;

  private static final Limit LIMIT = new Limit(50);
  private static final Capacity EVERYBODY = Capacity.of(1_000);
  private static final Page FRONT = Page.first(LIMIT);

  /** Draws what {@code store} is asked for; to run it is the step itself. */
  Runnable prepared(GrownStore store) {
    return preparation.apply(store);
  }

  /** All of them, those that a screen runs first, and those of hooks and other writers last. */
  static List<GrowthStatement> all() {
    return List.of(
        read("fleet board", (db, any) -> db.sessionViews().list(SessionFilter.LIVE, FRONT)),
        read("sessions", (db, any) -> db.sessionViews().list(SessionFilter.ALL, FRONT)),
        read(
            "sessions, a page in the middle",
            (db, any) -> db.sessionViews().list(SessionFilter.ALL, from("sessions", any))),
        read(
            "sessions of a role",
            (db, any) ->
                db.sessionViews()
                    .list(new SessionFilter(SessionFilter.Life.ANY, Role.IDEA, null), FRONT)),
        read(
            "sessions of a conversation",
            (db, any) ->
                db.sessionViews()
                    .list(
                        new SessionFilter(SessionFilter.Life.ANY, null, conversation(any)), FRONT)),
        read("one session", (db, any) -> db.sessions().find(session(any))),
        read("conversations", (db, any) -> db.conversations().list(FRONT)),
        read("one conversation", (db, any) -> db.conversations().find(conversation(any))),
        read("workers", (db, any) -> db.workers().list(WorkerFilter.ALL, FRONT)),
        read("workers that failed", (db, any) -> db.workers().list(WorkerFilter.FAILED, FRONT)),
        read(
            "workers of a conversation",
            (db, any) -> db.workers().list(new WorkerFilter(null, conversation(any), null), FRONT)),
        read("slots", (db, any) -> db.missions().history(MissionFilter.ALL, FRONT)),
        read(
            "slots of one mission",
            (db, any) -> db.missions().history(MissionFilter.of(schedule(any)), FRONT)),
        read(
            "slots that failed",
            (db, any) ->
                db.missions().history(new MissionFilter(null, MissionStatus.FAILED), FRONT)),
        read("failing missions board", (db, any) -> db.missions().failing(LIMIT)),
        read(
            "notifications waiting",
            (db, any) -> db.notifications().list(NotificationFilter.WAITING, FRONT)),
        read(
            "notifications, in the middle",
            (db, any) ->
                db.notifications().list(NotificationFilter.ALL, from("notifications", any))),
        read(
            "notifications of a conversation",
            (db, any) ->
                db.notifications()
                    .list(
                        new NotificationFilter(conversation(any), NotificationFilter.Progress.ANY),
                        FRONT)),
        read("pings open", (db, any) -> db.pings().list(PingFilter.OPEN, FRONT)),
        read(
            "pings, a page in the middle",
            (db, any) -> db.pings().list(PingFilter.ALL, from("pings", any))),
        read("one ping", (db, any) -> db.pings().find(new PingId(FilledTables.idOf(any)))),
        read(
            "staged items waiting",
            (db, any) -> db.stagedContent().list(StagedFilter.STAGED, FRONT)),
        read(
            "staged items, in the middle",
            (db, any) -> db.stagedContent().list(StagedFilter.ALL, from("staged items", any))),
        read(
            "priorities open", (db, any) -> db.priorities().list(PriorityFilter.open(null), FRONT)),
        read(
            "priorities done",
            (db, any) ->
                db.priorities()
                    .list(
                        new PriorityFilter(
                            null, new PriorityFilter.Which.DoneSince(FilledTables.timeOf(0))),
                        FRONT)),
        read("contacts", (db, any) -> db.contactViews().list(ContactFilter.ALL, FRONT)),
        read(
            "journal, newest",
            (db, any) -> db.journal().before(Long.MAX_VALUE, EventFilter.ALL, LIMIT)),
        read(
            "journal, followed from within",
            (db, any) -> db.journal().after(any, EventFilter.ALL, LIMIT)),
        read(
            "journal, one kind",
            (db, any) ->
                db.journal()
                    .before(
                        Long.MAX_VALUE,
                        new EventFilter(null, null, null, new KindPrefix("ping.")),
                        LIMIT)),
        new GrowthStatement(
            "timeline of a busy session",
            READS,
            store -> {
              SessionId busy = session(store.anyBusy());
              return () ->
                  store.storage().journal().before(Long.MAX_VALUE, EventFilter.of(busy), LIMIT);
            }),
        read(
            "timeline of a conversation",
            (db, any) ->
                db.journal().before(Long.MAX_VALUE, EventFilter.of(conversation(any)), LIMIT)),
        read(
            "history of a ping",
            (db, any) ->
                db.journal()
                    .before(
                        Long.MAX_VALUE,
                        EventFilter.of(new Subject(Subject.Kind.PING, FilledTables.idOf(any))),
                        LIMIT)),
        read("head of the journal", (db, any) -> db.journal().head()),
        read("calls of hooks, newest", (db, any) -> db.hookCalls().recent(LIMIT)),
        write("hook: an event that changes", GrowthStatement::change),
        write("hook: the first event", GrowthStatement::admission),
        write(
            "ping sent",
            store -> {
              Appeal appeal = new Appeal(null, conversation(store.any()), Urgency.NORMAL, "Go on?");
              return () -> store.storage().pings().send(appeal, Instant.now());
            }),
        write("worker handed over, begun, ended", GrowthStatement::work),
        write(
            "notification queued",
            store -> {
              Notice notice =
                  new Notice(
                      conversation(store.any()),
                      NotificationType.MESSAGE,
                      Long.toHexString(store.random().nextLong()),
                      "It is done",
                      "");
              return () -> store.storage().notifications().queue(notice, Instant.now());
            }));
  }

  private static GrowthStatement read(String name, BiConsumer<Storage, Long> step) {
    return new GrowthStatement(
        name,
        READS,
        store -> {
          long any = store.any();
          return () -> step.accept(store.storage(), any);
        });
  }

  private static GrowthStatement write(String name, Function<GrownStore, Runnable> preparation) {
    return new GrowthStatement(name, WRITES, preparation);
  }

  private static Runnable change(GrownStore store) {
    Signal signal =
        store.random().nextBoolean() ? new Signal.ToolStarted() : new Signal.ToolFinished();
    Sighting sighting = sighting("session-" + store.anyLive(), signal, store);
    return () -> store.storage().sessions().observe(sighting);
  }

  private static Runnable admission(GrownStore store) {
    String name = "new-" + Long.toHexString(store.random().nextLong());
    Sighting sighting = sighting(name, new Signal.Started(Source.STARTUP), store);
    Newcomer newcomer =
        new Newcomer(
            new Assignment(Role.BUILDER, Mode.INTERACTIVE),
            null,
            List.of(),
            LocalDate.of(2026, 1, 5));
    return () -> store.storage().sessions().admit(sighting, newcomer);
  }

  private static Runnable work(GrownStore store) {
    Task task = new Task(Primitive.BUILD, "Build it.", null, conversation(store.any()));
    ClaudeSessionId fresh = new ClaudeSessionId(Long.toHexString(store.random().nextLong()));
    AttemptEnd end = new AttemptEnd.Succeeded("It is built.", 0, Usage.UNKNOWN);
    return () -> {
      Instant now = Instant.now();
      WorkerQueue queue = store.storage().workerQueue();
      store.storage().workers().spawn(WorkOrder.of(task), Path.of("/home/dev/out"), now);
      if (queue.claim(EVERYBODY, fresh, now) instanceof Claiming.Claimed claimed) {
        queue.finish(claimed.attempt().id(), end, now);
      }
    };
  }

  private static Sighting sighting(String claudeId, Signal signal, GrownStore store) {
    return new Sighting(
        new ClaudeSessionId(claudeId),
        signal,
        Client.UNKNOWN,
        Instant.now(),
        new Arrival(HookEventId.random(store.random()), signal.name(), Door.ENGINE, Duration.ZERO));
  }

  /** The page behind row {@code number} of a list that is ordered by time. */
  private static Page from(String list, long number) {
    return FRONT.after(
        new Cursor(
            list, List.of(FilledTables.timeOf(number).toString(), FilledTables.idOf(number))));
  }

  private static SessionId session(long number) {
    return new SessionId(FilledTables.idOf(number));
  }

  private static ConversationId conversation(long number) {
    return new ConversationId("conversation-" + number / 4);
  }

  private static ScheduledMissionId schedule(long number) {
    return new ScheduledMissionId("%08x".formatted(number % FilledTables.SCHEDULES));
  }
}
