package dev.engine.domain.mission;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static dev.engine.domain.mission.MissionExamples.plan;
import static dev.engine.domain.worker.WorkerExamples.asked;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.mission.Mission.Occasion;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerNotices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MissionTest {

  private static final ConversationId OWNER = new ConversationId("chief-2026-01-05");
  private static final WorkerId WORKER = new WorkerId("0000000a");
  private static final Instant START = NOON.plusSeconds(1);
  private static final Instant END = NOON.plusSeconds(60);

  private static final State PENDING = new State.Pending();
  private static final State RUNNING = new State.Running(START);
  private static final State COMPLETE = new State.Complete(START, END, "All is well.");
  private static final State FAILED = new State.Failed(START, END, "exit code 1");
  private static final State SKIPPED = new State.Skipped("nothing ran it in time");
  private static final State MERGED = new State.Merged(new MissionId("0000000c"));

  private static final List<State> ALL =
      List.of(PENDING, RUNNING, COMPLETE, FAILED, SKIPPED, MERGED);

  private final Worker pending =
      Worker.pending(WORKER, WorkerExamples.order("Sum up."), WorkerExamples.OUTPUTS, NOON);
  private final Worker running = pending.started(START);

  @Test
  void itStandsWhereItsStateSays() {
    assertThat(ALL)
        .extracting(state -> in(state).status())
        .containsExactly(
            MissionStatus.PENDING,
            MissionStatus.RUNNING,
            MissionStatus.COMPLETE,
            MissionStatus.FAILED,
            MissionStatus.SKIPPED,
            MissionStatus.SKIPPED);
  }

  @Test
  void itFollowsItsWorker() {
    Ping question =
        Ping.sent(new PingId("0000000f"), WorkerNotices.appeal(running, "Which?"), NOON);
    Worker asking = running.after(asked("Which?"), question, END);

    assertThat(following(pending)).isEqualTo(PENDING);
    assertThat(following(asking)).isEqualTo(PENDING);
    assertThat(following(running)).isEqualTo(RUNNING);
    assertThat(following(running.after(succeeded("All is well."), null, END))).isEqualTo(COMPLETE);
    assertThat(following(running.after(failure("exit code 1"), null, END))).isEqualTo(FAILED);
    assertThat(following(pending.cancelled(END)))
        .isEqualTo(new State.Failed(null, END, "cancelled"));
  }

  @Test
  void aWorkerThatHadNothingToSayLeavesNoSummary() {
    assertThat(following(running.after(succeeded(" \n"), null, END)))
        .isEqualTo(new State.Complete(START, END, null));
    assertThat(following(with(running, new Worker.State.Complete(START, END, null))))
        .isEqualTo(new State.Complete(START, END, null));
  }

  @Test
  void itIsLateByWhatItRanAfterItsSlot() {
    Occasion late = Occasion.of(NOON, END);
    Occasion early = Occasion.of(NOON, NOON.minusSeconds(1));
    Occasion wanted = Occasion.wanted(NOON, END);

    assertThat(in(RUNNING, late).lateBy()).isEqualTo(Duration.ofMinutes(1));
    assertThat(in(RUNNING, early).lateBy()).isEqualTo(Duration.ZERO);
    assertThat(in(RUNNING, wanted).lateBy()).isEqualTo(Duration.ZERO);
    assertThat(in(SKIPPED, late).lateBy()).isEqualTo(Duration.ZERO);
  }

  @Test
  void itIsInLineUntilAWorkerHasIt() {
    assertThat(in(PENDING).isInLine()).isTrue();
    assertThat(in(PENDING).by(WORKER).isInLine()).isFalse();
    assertThat(in(SKIPPED).isInLine()).isFalse();
  }

  @Test
  void slotsThatAreSkippedForTheSameReasonAreOneMission() {
    SlotDecision.Skip same = new SlotDecision.Skip(SlotSpan.of(END), "nothing ran it in time");
    SlotDecision.Skip other = new SlotDecision.Skip(SlotSpan.of(END), "it was too late");

    assertThat(in(SKIPPED).goesOnAs(same)).isTrue();
    assertThat(in(SKIPPED).goesOnAs(other)).isFalse();
    assertThat(in(MERGED).goesOnAs(same)).isFalse();
    assertThat(in(SKIPPED, Occasion.wanted(NOON, NOON)).goesOnAs(same)).isFalse();
    assertThat(in(SKIPPED).goingOn(new SlotSpan(NOON.plusSeconds(30), END, 2)))
        .isEqualTo(
            new Mission(
                new MissionId("0000000b"),
                new Slot(new ScheduledMissionId("0000000d"), END),
                Occasion.of(new SlotSpan(NOON, END, 3), NOON),
                null,
                SKIPPED));
  }

  @Test
  void itsOwnerIsToldOfTheOutcome() {
    MissionPlan owned = plan("nightly", OWNER);

    assertThat(in(COMPLETE).outcomeNotice(owned))
        .contains(
            notice(
                NotificationType.MISSION_COMPLETE,
                "mission nightly of 2026-01-05T12:00:00Z is complete",
                "All is well."));
    assertThat(in(FAILED).outcomeNotice(owned))
        .contains(
            notice(
                    NotificationType.MISSION_FAILED,
                    "mission nightly of 2026-01-05T12:00:00Z failed",
                    "exit code 1")
                .on(Terms.PLAIN.with(Urgency.HIGH)));
    assertThat(in(new State.Complete(START, END, null)).outcomeNotice(owned))
        .map(Notice::body)
        .contains("");
  }

  @Test
  void withoutAnOutcomeOrAnOwnerNobodyIsTold() {
    MissionPlan owned = plan("nightly", OWNER);

    assertThat(List.of(PENDING, RUNNING, SKIPPED, MERGED))
        .allSatisfy(state -> assertThat(in(state).outcomeNotice(owned)).isEmpty());
    assertThat(in(COMPLETE).outcomeNotice(plan("nightly"))).isEmpty();
  }

  @Test
  void itsOrderHasTheTimeoutOfItsPolicies() {
    MissionPolicies hasty =
        new MissionPolicies(
            MissedRun.ONCE, 10, Duration.ofDays(1), Overlap.SKIP, Duration.ofMinutes(5));

    assertThat(plan("nightly", "@daily", hasty).order().timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(plan("nightly").order().timeout()).isNull();
  }

  @Test
  void whatWasPlannedBeforeTheRulesOfItsZoneChangedRunsThoughItIsASlotNoMore() {
    ScheduledMission daily =
        new ScheduledMission(
            new ScheduledMissionId("0000000d"), plan("nightly"), true, NOON, NOON, NOON, null);

    Reckoning reckoning = daily.reckoned(MissionExamples.TIMETABLES, Standing.FREE, END);

    assertThat(reckoning.decisions()).containsExactly(new SlotDecision.Run(NOON));
  }

  @Test
  void theJournalIsToldOfAPlanAndOfARunThatIsReleased() {
    ScheduledMission daily =
        ScheduledMission.added(
            new ScheduledMissionId("0000000d"), plan("nightly"), MissionExamples.TIMETABLES, NOON);

    assertThat(MissionEvents.planned(daily, END).facts())
        .isEqualTo(Facts.NONE.with("slug", "nightly").with("nextSlotAt", "2026-01-06T00:00:00Z"));
    assertThat(MissionEvents.released(in(PENDING), END).kind()).isEqualTo(MissionEvents.RELEASED);
  }

  private static State following(Worker worker) {
    return in(PENDING).by(WORKER).following(worker).state();
  }

  private static Worker with(Worker worker, Worker.State state) {
    return new Worker(
        worker.id(), worker.order(), worker.workspacePath(), NOON, worker.run(), state);
  }

  private static Notice notice(NotificationType type, String title, String body) {
    return new Notice(OWNER, type, "0000000b", title, body);
  }

  private static Mission in(State state) {
    return in(state, Occasion.of(NOON, NOON));
  }

  private static Mission in(State state, Occasion occasion) {
    @Nullable WorkerId nobody = null;
    Slot slot = new Slot(new ScheduledMissionId("0000000d"), NOON);
    return new Mission(new MissionId("0000000b"), slot, occasion, nobody, state);
  }
}
