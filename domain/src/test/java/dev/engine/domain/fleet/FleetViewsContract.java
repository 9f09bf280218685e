package dev.engine.domain.fleet;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.attention.AttentionMark;
import dev.engine.domain.context.ContextExamples;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUse.Phase;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link FleetViews} promise. */
public interface FleetViewsContract {

  Limit ANY = new Limit(1_000);

  /** An empty store. */
  Storage storage();

  @Test
  default void nobodyIsLiveInAnEmptyStore() {
    assertThat(storage().fleetViews().live(ANY, NOON)).isEmpty();
  }

  @Test
  default void linesAreThoseOfLiveSessionsTheOneStartedLastAtTheFront() {
    Storage storage = storage();
    Session first = began(storage, "first", 0, null);
    Session ended = began(storage, "ended", 1, null);
    Session second = began(storage, "second", 2, null);
    Session joined = began(storage, "joined", 3, first.conversation());
    storage.sessions().end(ended.id(), NOON.plusSeconds(4), EndReason.CLOSED);

    List<FleetLine> all = storage.fleetViews().live(ANY, NOON);
    List<FleetLine> newest = storage.fleetViews().live(new Limit(1), NOON);

    assertThat(all)
        .containsExactly(
            line(first.conversation(), plain(joined), plain(first)),
            line(second.conversation(), plain(second)));
    assertThat(newest).containsExactly(line(first.conversation(), plain(joined)));
  }

  @Test
  default void aSessionShowsItsNewestSamples() {
    Storage storage = storage();
    Session many = began(storage, "many", 0, null);
    Session few = began(storage, "few", 1, null);
    for (int minute = 0; minute < 25; minute++) {
      read(storage, "many", 10 + minute, 60 * minute);
    }
    read(storage, "few", 30, 1);

    List<LiveSession> live = sessions(storage);

    assertThat(live).extracting(each -> each.session().id()).containsExactly(few.id(), many.id());
    assertThat(live.getFirst().samples())
        .isEqualTo(storage.contextSamples().recent(few.id(), new Limit(20)))
        .hasSize(1);
    assertThat(live.getLast().samples())
        .isEqualTo(storage.contextSamples().recent(many.id(), new Limit(20)))
        .hasSize(20);
  }

  @Test
  default void aSessionShowsTheToolThatBeganLastAndGoesOn() {
    Storage storage = storage();
    began(storage, "a", 0, null);
    Session working = began(storage, "b", 1, null);
    tell(storage, "a", "toolu_a", Phase.STARTED, 2);
    tell(storage, "a", "toolu_a", Phase.DONE, 3);
    tell(storage, "b", "toolu_interrupted", Phase.STARTED, 2);
    tell(storage, "b", "toolu_done", Phase.STARTED, 3);
    tell(storage, "b", "toolu_done", Phase.DONE, 4);
    tell(storage, "b", "toolu_b", Phase.STARTED, 5);

    List<LiveSession> live = sessions(storage);

    assertThat(live.getFirst().tool())
        .isEqualTo(
            new ToolCall(
                new ToolUseId("toolu_b"),
                working.id(),
                "Bash",
                NOON.plusSeconds(5),
                new ToolCall.State.Running()));
    assertThat(live.getLast().tool()).isNull();
  }

  @Test
  default void anInterruptedToolGoesOnNoMore() {
    Storage storage = storage();
    began(storage, "a", 0, null);
    tell(storage, "a", "toolu_a", Phase.STARTED, 1);
    storage.sessions().observe(sighting("a", new Signal.Stopped(), NOON.plusSeconds(2)));

    assertThat(sessions(storage).getFirst().tool()).isNull();
  }

  @Test
  default void workersAreCountedWithTheirOwner() {
    Storage storage = storage();
    ConversationId owner = began(storage, "a", 0, null).conversation();
    ConversationId other = began(storage, "b", 1, null).conversation();
    WorkerExamples.failing(storage, order(owner), NOON);
    WorkerExamples.spawned(storage, order(owner), NOON.plusSeconds(1));
    WorkerExamples.claimed(storage, NOON.plusSeconds(2));
    WorkerExamples.spawned(storage, order(owner), NOON.plusSeconds(3));
    WorkerExamples.spawned(storage, order(owner), NOON.plusSeconds(4));
    WorkerExamples.spawned(storage, order(other), NOON.plusSeconds(5));
    WorkerExamples.spawned(storage, "of another conversation", NOON.plusSeconds(6));

    assertThat(counts(storage, owner, NOON)).isEqualTo(new WorkerCounts(2, 1, 1));
    assertThat(counts(storage, other, NOON)).isEqualTo(new WorkerCounts(1, 0, 0));
  }

  @Test
  default void aFailureCountsUntilThePersonHasSeenIt() {
    Storage storage = storage();
    ConversationId owner = began(storage, "a", 0, null).conversation();
    Worker seen = WorkerExamples.failing(storage, order(owner), NOON);
    Worker later = WorkerExamples.failing(storage, order(owner), NOON.plusSeconds(1));
    Worker unwanted = WorkerExamples.spawned(storage, order(owner), NOON);
    storage.workers().cancel(unwanted.id(), NOON.plusSeconds(2));
    mark(storage, seen, NOON, null);
    mark(storage, later, NOON.plusSeconds(1), NOON.plusSeconds(60));

    assertThat(counts(storage, owner, NOON.plusSeconds(59)).failed()).isZero();
    assertThat(counts(storage, owner, NOON.plusSeconds(60)).failed()).isEqualTo(1);
    assertThat(counts(storage, owner, NOON.plus(Duration.ofDays(8))).failed()).isZero();
  }

  @Test
  default void aFailedWorkerIsCountedWhateverItsProgramSaid() {
    Storage storage = storage();
    ConversationId owner = began(storage, "a", 0, null).conversation();
    WorkerId worker = WorkerExamples.spawned(storage, order(owner), NOON).id();
    WorkerExamples.claimed(storage, NOON);

    WorkerExamples.finished(storage, worker, WorkerExamples.failure("cancelled"), NOON);

    assertThat(counts(storage, owner, NOON).failed()).isEqualTo(1);
  }

  @Test
  default void aFailedRunOfAMissionIsTheMissions() {
    Storage storage = storage();
    ConversationId owner = began(storage, "a", 0, null).conversation();
    ScheduledMission mission =
        ((Scheduling.Scheduled)
                storage
                    .scheduledMissions()
                    .add(MissionExamples.plan("daily", owner), MissionExamples.TIMETABLES, NOON))
            .mission();
    storage.missionRuns().runNow(mission.id(), WorkerExamples.OUTPUTS, NOON);
    Worker worker = WorkerExamples.claimed(storage, NOON.plusSeconds(1)).worker();
    WorkerExamples.failed(storage, worker.id(), NOON.plusSeconds(2));

    assertThat(counts(storage, owner, NOON.plusSeconds(3))).isEqualTo(WorkerCounts.NONE);
  }

  @Test
  default void noticesAreCountedThatNobodyWasToldOf() {
    Storage storage = storage();
    ConversationId owner = began(storage, "a", 0, null).conversation();
    storage.notifications().queue(notice(owner, "a"), NOON);
    storage.notifications().queue(notice(owner, "b"), NOON);
    storage.notifications().queue(notice(new ConversationId("another-one"), "c"), NOON);

    List<FleetLine> lines = storage.fleetViews().live(ANY, NOON);

    assertThat(lines).extracting(FleetLine::waitingNoticeCount).containsExactly(2);
  }

  private static Session began(
      Storage storage, String claudeId, int second, @Nullable ConversationId joined) {
    Newcomer plain = newcomer(Role.PROJECT);
    Newcomer newcomer =
        joined == null
            ? plain
            : new Newcomer(plain.assignment(), joined, plain.ancestors(), plain.today());
    return ((Observation.Admitted)
            storage
                .sessions()
                .admit(
                    sighting(claudeId, started(Source.STARTUP), NOON.plusSeconds(second)),
                    newcomer))
        .session();
  }

  private static LiveSession plain(Session session) {
    return new LiveSession(session, List.of(), null);
  }

  private static FleetLine line(ConversationId conversation, LiveSession... sessions) {
    return new FleetLine(conversation, List.of(sessions), WorkerCounts.NONE, 0);
  }

  private static List<LiveSession> sessions(Storage storage) {
    return storage.fleetViews().live(ANY, NOON).stream()
        .flatMap(line -> line.sessions().stream())
        .toList();
  }

  private static void read(Storage storage, String claudeId, int percent, int second) {
    storage
        .contextSamples()
        .record(new ClaudeSessionId(claudeId), ContextExamples.reading(percent, second));
  }

  private static void tell(Storage storage, String claudeId, String tool, Phase phase, int second) {
    Signal signal = phase == Phase.STARTED ? new Signal.ToolStarted() : new Signal.ToolFinished();
    storage
        .sessions()
        .observe(
            sighting(claudeId, signal, NOON.plusSeconds(second))
                .withTool(new ToolUse(new ToolUseId(tool), "Bash", phase)));
  }

  private static WorkOrder order(ConversationId owner) {
    return WorkOrder.of(new Task(Primitive.RESEARCH, "Look.", null, owner));
  }

  private static WorkerCounts counts(Storage storage, ConversationId owner, Instant now) {
    return storage.fleetViews().live(ANY, now).stream()
        .filter(line -> line.conversation().equals(owner))
        .map(FleetLine::workers)
        .findFirst()
        .orElseThrow();
  }

  private static void mark(Storage storage, Worker worker, Instant since, @Nullable Instant until) {
    storage
        .attentionMarks()
        .keep(
            new AttentionMark(
                AttentionKind.WORKER_FAILED, worker.id().value(), since, NOON, until));
  }

  private static Notice notice(ConversationId conversation, String entity) {
    return new Notice(conversation, NotificationType.MESSAGE, entity, "a title", "");
  }
}
