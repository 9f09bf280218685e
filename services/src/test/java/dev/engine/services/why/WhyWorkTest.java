package dev.engine.services.why;

import static dev.engine.domain.mission.MissionExamples.TIMETABLES;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.completed;
import static dev.engine.domain.worker.WorkerExamples.failed;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static dev.engine.services.why.Fleet.BUILDER;
import static dev.engine.services.why.Fleet.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.Recording;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.testing.ScriptedRandom;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of workers, missions, pings and staged items; a star marks the journal's words. */
final class WhyWorkTest {

  private final Fleet fleet = new Fleet();

  @Test
  void aWorkerWaitsForItsTurn() {
    SessionId parent = fleet.builder("A", 0);
    WorkerId worker = worker(parent, BUILDER);

    assertThat(fleet.why(worker, 5))
        .isEqualTo(
            """
            worker W is the next in line; nothing is at work: an engine that serves begins it
              since 12:01
              12:01* was given to do for builder-00000001 by session A: "Compare three queues."
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void aWorkerIsAtWork() {
    WorkerId worker = worker(null, BUILDER);
    claimed(fleet.storage, at(2));

    assertThat(fleet.why(worker, 5))
        .isEqualTo(
            """
            worker W is at work
              since 12:02
              12:01* was given to do for builder-00000001: "Compare three queues."
              12:02* was started
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void aWorkerIsCompleteAndItsOwnerWasTold() {
    SessionId session = fleet.builder("A", 0);
    WorkerId worker = worker(null, BUILDER);
    claimed(fleet.storage, at(2));
    completed(fleet.storage, worker, at(3));
    nameNotice(worker.value());
    fleet.visit(session, Occasion.TURN, 4);
    fleet.visit(session, Occasion.TURN, 5);

    assertThat(fleet.why(worker, 6))
        .isEqualTo(
            """
            worker W is complete
              since 12:03
              12:01* was given to do for builder-00000001: "Compare three queues."
              12:02* was started
              12:03* did what it was told
              12:03  notice N for builder-00000001 was told to session A
              > engine why N # whether that was told
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void aWorkerFailedAndNobodyIsThereToBeTold() {
    WorkerId worker = worker(null, BUILDER);
    claimed(fleet.storage, at(2));
    failed(fleet.storage, worker, at(3));
    nameNotice(worker.value());

    assertThat(fleet.why(worker, 6))
        .isEqualTo(
            """
            worker W failed: "exit code 1"
              since 12:03
              12:01* was given to do for builder-00000001: "Compare three queues."
              12:02* was started
              12:03* failed: "exit code 1"
              12:03  notice N for builder-00000001 waits: no session of builder-00000001 is live
              > engine attention ack W # take it out of attention once seen
              > engine why N # whether that was told
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void aWorkerWithoutAnOwnerWasCancelled() {
    WorkerId worker = worker(null, null);
    fleet.storage.workers().cancel(worker, at(3));

    assertThat(fleet.why(worker, 6))
        .isEqualTo(
            """
            worker W was cancelled
              since 12:03
              12:01* was given to do for nobody: "Compare three queues."
              12:03* was cancelled
              12:03  has no owner, so nobody is told
              > engine worker show W # what it was told, and its folder
            """);
  }

  @Test
  void aSlotWasSkipped() {
    ScheduledMissionId mission = nightly();
    MissionId slot = slot(mission, new Mission.State.Skipped("the run before was still going"));

    assertThat(fleet.why(slot, 11))
        .isEqualTo(
            """
            mission SLOT was skipped: the run before was still going
              since 12:10
              12:10  was due, as a slot of mission nightly
              12:10* was recorded as skipped
              > engine mission show nightly # the plan and the other slots
            """);
    assertThat(fleet.why("nightly", 11))
        .isEqualTo(
            """
            scheduled_mission MISSION runs next at 2026-01-06T00:00:00Z
              since 12:00
              12:00* was scheduled: @daily
              12:10  slot SLOT was skipped: the run before was still going
              > engine mission show nightly # its plan and what it has done
            """);
  }

  @Test
  void aSlotIsWhatItsWorkerIs() {
    WorkerId worker = worker(null, null);
    claimed(fleet.storage, at(10));
    Recording recording =
        fleet
            .storage
            .missions()
            .record(new Slot(nightly(), at(10)), worker, new Mission.State.Running(at(10)), at(10));
    MissionId slot = fleet.called("SLOT", ((Recording.Recorded) recording).mission().id());

    assertThat(fleet.why(slot, 11))
        .isEqualTo(
            """
            mission SLOT is at work
              since 12:10
              12:01  its work is that of worker W, which is at work
              12:10  was due, as a slot of mission nightly
              12:10* was recorded as running
              > engine why W # what its worker does
              > engine mission show nightly # the plan and the other slots
            """);
  }

  @Test
  void slotsThatWereMissedSayWhichOneStandsForThem() {
    ScheduledMissionId mission = minutely(Overlap.SKIP);
    fleet.storage.missionRuns().advance(mission, TIMETABLES, OUTPUTS, at(9).plusSeconds(42));
    fleet.called("RUN", latest().id());
    MissionId merged = fleet.called("MERGED", earliest().id());
    fleet.called("W", Objects.requireNonNull(latest().worker()));

    assertThat(fleet.why(latest().id(), 10))
        .startsWith("mission RUN waits for its worker to start\n  since 12:09\n")
        .contains("12:09* was recorded as pending, 42s late", "engine why W");
    assertThat(fleet.why(merged, 10))
        .isEqualTo(
            """
            mission MERGED was merged into slot RUN
              since 12:08
              12:01  was due, as the first of 8 slots of mission watch up to 2026-01-05T12:08:00Z
              12:09* was recorded as skipped
              > engine why RUN # the slot that stands for it
              > engine mission show watch # the plan and the other slots
            """);
    assertThat(fleet.why("watch", 9))
        .isEqualTo(
            """
            scheduled_mission MISSION runs next at 2026-01-05T12:10:00Z
              since 12:00
              12:00* was scheduled: * * * * *
              12:08  8 slots up to then (MERGED), of which each was merged into slot RUN
              12:09  slot RUN waits for its worker to start
              > engine mission show watch # its plan and what it has done
            """);
  }

  @Test
  void aSlotWaitsUntilAnEarlierRunHasEnded() {
    ScheduledMissionId mission = minutely(Overlap.QUEUE);
    MissionRuns runs = fleet.storage.missionRuns();
    runs.runNow(mission, OUTPUTS, at(0));
    MissionId wanted = fleet.called("WANTED", latest().id());
    WorkerId worker = fleet.called("W", Objects.requireNonNull(latest().worker()));
    runs.advance(mission, TIMETABLES, OUTPUTS, at(1));
    MissionId waiting = fleet.called("RUN", latest().id());

    assertThat(fleet.why(waiting, 1))
        .isEqualTo(
            """
            mission RUN waits until an earlier run has ended
              since 12:01
              12:01  was due, as a slot of mission watch
              12:01* was recorded as pending
              > engine mission show watch # the plan and the other slots
            """);
    fleet.storage.workers().cancel(worker, at(1));
    runs.advance(mission, TIMETABLES, OUTPUTS, at(1));
    fleet.called("X", Objects.requireNonNull(latest().worker()));
    assertThat(fleet.why(waiting, 1))
        .contains("waits for its worker to start", "12:01* need not wait any longer");
    assertThat(fleet.why(wanted, 1)).contains("12:00  a person wanted a run of mission watch");
    assertThat(fleet.why("watch", 1)).contains("12:00  run WANTED failed");
  }

  @Test
  void aScheduleIsOver() {
    ScheduledMission over = MissionExamples.stored(fleet.storage.scheduledMissions(), "nightly");

    assertThat(explained(over.movedOn(at(0), null), 1).headline())
        .isEqualTo("runs no more: its schedule is over");
    assertThat(explained(over.movedOn(at(0), at(5)), 1).headline())
        .isEqualTo("runs next at 2026-01-05T12:05:00Z");
  }

  @Test
  void aMissionIsDisabled() {
    ScheduledMissionId mission = nightly();
    fleet.storage.scheduledMissions().disable(mission, at(5));

    assertThat(fleet.why(mission, 6))
        .isEqualTo(
            """
            scheduled_mission MISSION does not run: it is disabled
              since 12:05
              12:00* was scheduled: @daily
              12:05* was disabled by engine
              > engine mission show nightly # its plan and what it has done
            """);
  }

  @Test
  void aMissionRunsNextOrIsOverdue() {
    ScheduledMission mission =
        new ScheduledMission(
            new ScheduledMissionId("0000000a"),
            MissionExamples.plan("nightly"),
            true,
            at(0),
            at(0),
            at(30),
            null);

    Explanation before = explained(mission, 29);
    Explanation due = explained(mission, 31);
    Explanation after = explained(mission, 32);

    assertThat(before.headline()).isEqualTo("runs next at 2026-01-05T12:30:00Z");
    assertThat(before.since()).isEqualTo(at(0));
    assertThat(due.headline()).isEqualTo("is due now");
    assertThat(after.headline())
        .isEqualTo("is overdue: its slot of 2026-01-05T12:30:00Z has not run");
    assertThat(after.since()).isEqualTo(at(30));
  }

  @Test
  void aPingWaitsForThePerson() {
    PingId ping = ping(BUILDER);

    assertThat(fleet.why(ping, 5))
        .isEqualTo(
            """
            ping P waits for the person: nobody has looked at it
              since 12:01
              12:01* was sent, high: "Deploy now?"
              > engine ping answer P TEXT # answer it
              > engine ping ack P # take it out of attention
            """);
  }

  @Test
  void aPingIsPutOff() {
    PingId ping = ping(BUILDER);
    fleet.storage.pings().snooze(ping, at(60), at(2));

    assertThat(fleet.why(ping, 5))
        .isEqualTo(
            """
            ping P is put off until 2026-01-05T13:00:00Z
              since 12:01
              12:01* was sent, high: "Deploy now?"
              12:02* was put off until 2026-01-05T13:00:00Z
              > engine ping answer P TEXT # answer it
              > engine ping ack P # take it out of attention
            """);
    assertThat(fleet.why(ping, 61))
        .isEqualTo(
            """
            ping P waits for the person: nobody has looked at it
              since 12:01
              12:01* was sent, high: "Deploy now?"
              12:02* was put off until 2026-01-05T13:00:00Z
              > engine ping answer P TEXT # answer it
              > engine ping ack P # take it out of attention
            """);
  }

  @Test
  void aPingWasSeenAndNotAnswered() {
    PingId ping = ping(null);
    fleet.storage.pings().acknowledge(ping, at(2));

    assertThat(fleet.why(ping, 5))
        .isEqualTo(
            """
            ping P was seen by the person, and not answered
              since 12:02
              12:01* was sent, high: "Deploy now?"
              12:01  names no conversation, so nobody is told an answer
              12:02* was seen by the person
              > engine ping answer P TEXT # answer it
            """);
  }

  @Test
  void theAnswerToAPingIsOnItsWay() {
    fleet.builder("A", 0);
    PingId ping = ping(BUILDER);
    fleet.storage.pings().answer(ping, new Answer("Yes, but not before six."), at(4));
    nameNotice(ping.value());

    assertThat(fleet.why(ping, 5))
        .isEqualTo(
            """
            ping P was answered: "Yes, but not before six."
              since 12:04
              12:01* was sent, high: "Deploy now?"
              12:04* was answered
              12:04  notice N for builder-00000001 waits for the next prompt or tool of session A
              > engine why N # whether that was told
            """);
  }

  @Test
  void aStagedItemWaitsForThePerson() {
    StagedItemId item = staged();

    assertThat(fleet.why(item, 5))
        .isEqualTo(
            """
            staged_item ITEM waits for the person, until 2026-01-05T13:30:00Z
              since 12:01
              12:01* was staged, markdown: "The plan"
              > engine stage approve ITEM # approve it
              > engine stage reject ITEM --comment TEXT # reject it
              > engine stage show ITEM # what it is
            """);
  }

  @Test
  void aStagedItemWasRejected() {
    StagedItemId item = staged();
    fleet
        .storage
        .stagedContent()
        .resolve(item, new StagedItem.State.Resolved(Verdict.REJECTED, at(4), "Too long."));
    nameNotice(item.value());

    assertThat(fleet.why(item, 5))
        .isEqualTo(
            """
            staged_item ITEM was rejected: "Too long."
              since 12:04
              12:01* was staged, markdown: "The plan"
              12:04* was settled as rejected by engine
              12:04  notice N for builder-00000001 waits: no session of builder-00000001 is live
              > engine why N # whether that was told
              > engine stage show ITEM # what it is
            """);
  }

  @Test
  void everythingThatBearsAnIdIsExplained() {
    InMemoryStorage storage = new InMemoryStorage(new ScriptedRandom(1, 1));
    storage.pings().send(new Appeal(null, null, Urgency.LOW, "Deploy now?"), at(0));
    spawned(storage, WorkOrder.of(new Task(Primitive.BUILD, "Build it.", null, null)), at(0));

    assertThat(new Why(storage, () -> at(1)).of("00000001"))
        .extracting(Explanation::kind)
        .containsExactly(Explanation.Kind.WORKER, Explanation.Kind.PING);
  }

  @Test
  void whatDoesNotExistIsNotExplained() {
    Why why = new Why(fleet.storage, () -> at(0));

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> why.of("0000beef"));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> why.of("nightly"));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> why.of("No Such Thing"));
  }

  private WorkerId worker(@Nullable SessionId parent, @Nullable ConversationId owner) {
    Task task = new Task(Primitive.RESEARCH, "Compare three queues.", parent, owner);
    return fleet.called("W", spawned(fleet.storage, WorkOrder.of(task), at(1)).id());
  }

  private ScheduledMissionId minutely(Overlap overlap) {
    MissionPolicies policies =
        new MissionPolicies(MissedRun.ONCE, 10, Duration.ofDays(1), overlap, null);
    MissionPlan plan = MissionExamples.plan("watch", "* * * * *", policies);
    Scheduling adding = fleet.storage.scheduledMissions().add(plan, TIMETABLES, at(0));
    return fleet.called("MISSION", ((Scheduling.Scheduled) adding).mission().id());
  }

  private Mission latest() {
    return fleet.storage.missions().history(MissionFilter.ALL, Page.FIRST).items().getFirst();
  }

  private Mission earliest() {
    return fleet.storage.missions().history(MissionFilter.ALL, Page.FIRST).items().getLast();
  }

  private ScheduledMissionId nightly() {
    return fleet.called(
        "MISSION", MissionExamples.stored(fleet.storage.scheduledMissions(), "nightly").id());
  }

  private static Explanation explained(ScheduledMission mission, int minutes) {
    return MissionReasons.explain(
        new MissionReasons.ScheduleCase(mission, List.of(), List.of(), at(minutes)));
  }

  private MissionId slot(ScheduledMissionId mission, Mission.State state) {
    Recording recording =
        fleet.storage.missions().record(new Slot(mission, at(10)), null, state, at(10));
    return fleet.called("SLOT", ((Recording.Recorded) recording).mission().id());
  }

  private PingId ping(@Nullable ConversationId asking) {
    Appeal appeal = new Appeal(null, asking, Urgency.HIGH, "Deploy now?");
    return fleet.called("P", fleet.storage.pings().send(appeal, at(1)).id());
  }

  private StagedItemId staged() {
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, "The plan", "# Plan");
    Provenance from = Provenance.UNKNOWN.telling(BUILDER);
    return fleet.called(
        "ITEM", fleet.storage.stagedContent().stage(exhibit, from, at(1), at(90)).id());
  }

  private void nameNotice(String entity) {
    Notification notice = fleet.storage.notifications().about(entity, new Limit(1)).getFirst();
    fleet.called("N", notice.id());
  }
}
