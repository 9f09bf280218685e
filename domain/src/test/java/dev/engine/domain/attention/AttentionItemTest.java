package dev.engine.domain.attention;

import static dev.engine.domain.ping.PingExamples.CHIEF;
import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Want;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AttentionItemTest {

  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void aPingSaysItsFirstLineAndHowToAnswer() {
    AttentionItem item = AttentionItem.of(ping("0000000a", Urgency.CRITICAL, NOON));

    assertThat(item)
        .isEqualTo(
            new AttentionItem(
                AttentionKind.PING,
                Urgency.CRITICAL,
                NOON,
                "0000000a",
                CHIEF,
                "Deploy now?",
                "engine ping answer 0000000a TEXT"));
  }

  @Test
  void aPermissionIsMoreUrgentThanAnInput() {
    Session session = SessionExamples.aSession("0000000a", "a", "builder-00000001");

    AttentionItem permission = AttentionItem.of(session, waitingFor(Want.PERMISSION));
    AttentionItem input = AttentionItem.of(session, waitingFor(Want.INPUT));

    assertThat(permission)
        .isEqualTo(
            new AttentionItem(
                AttentionKind.SESSION_WAITING,
                Urgency.HIGH,
                LATER,
                "0000000a",
                session.conversation(),
                "the project session waits for permission",
                "engine session show 0000000a"));
    assertThat(input.urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(input.reason()).isEqualTo("the project session waits for input");
  }

  @Test
  void anOverdueMissionSaysSinceWhen() {
    ScheduledMission mission =
        ScheduledMission.added(
            new ScheduledMissionId("0000000a"),
            MissionExamples.plan("nightly"),
            MissionExamples.TIMETABLES,
            NOON);

    AttentionItem item = AttentionItem.ofOverdue(mission, LATER);

    assertThat(item)
        .isEqualTo(
            new AttentionItem(
                AttentionKind.MISSION_OVERDUE,
                Urgency.NORMAL,
                LATER,
                "0000000a",
                null,
                "mission nightly was due and has not run",
                "engine why 0000000a"));
  }

  @Test
  void aFailedWorkerSaysWhatItWasTold() {
    Worker worker =
        Worker.pending(
            new WorkerId("0000000a"),
            WorkerExamples.order("Compare three queues.\nBe brief."),
            WorkerExamples.OUTPUTS,
            NOON);

    AttentionItem item = AttentionItem.of(worker, new Worker.State.Failed(null, LATER, null));

    assertThat(item)
        .isEqualTo(
            new AttentionItem(
                AttentionKind.WORKER_FAILED,
                Urgency.NORMAL,
                LATER,
                "0000000a",
                CHIEF,
                "the research worker failed: Compare three queues.",
                "engine worker show 0000000a"));
  }

  @Test
  void aFailedMissionSaysWhyWhereThatIsKnown() {
    AttentionItem told = failed("No network.\nTried twice.");
    AttentionItem untold = failed(null);

    assertThat(told)
        .isEqualTo(
            new AttentionItem(
                AttentionKind.MISSION_FAILED,
                Urgency.NORMAL,
                LATER,
                "0000000a",
                null,
                "mission nightly failed: No network.",
                "engine mission show nightly"));
    assertThat(untold.reason()).isEqualTo("mission nightly failed");
  }

  @Test
  void theWorstComesFirstThenTheOldest() {
    AttentionItem oldAndLow = AttentionItem.of(ping("0000000a", Urgency.LOW, NOON));
    AttentionItem old = AttentionItem.of(ping("0000000b", Urgency.HIGH, NOON));
    AttentionItem young = AttentionItem.of(ping("0000000c", Urgency.HIGH, LATER));
    AttentionItem worst = AttentionItem.of(ping("0000000d", Urgency.CRITICAL, LATER));

    List<AttentionItem> sorted =
        Stream.of(young, oldAndLow, worst, old).sorted(AttentionItem.WORST_FIRST).toList();

    assertThat(sorted).containsExactly(worst, old, young, oldAndLow);
  }

  private static AttentionItem failed(@Nullable String reason) {
    ScheduledMission nightly =
        ScheduledMission.added(
            new ScheduledMissionId("0000000b"),
            MissionExamples.plan("nightly"),
            MissionExamples.TIMETABLES,
            NOON);
    Mission.State.Failed failed = new Mission.State.Failed(null, LATER, reason);
    Slot slot = new Slot(nightly.id(), NOON);
    Mission mission =
        new Mission(new MissionId("0000000a"), slot, Mission.Occasion.of(NOON, NOON), null, failed);
    return AttentionItem.of(nightly, mission, failed);
  }

  private static Ping ping(String id, Urgency urgency, Instant at) {
    return Ping.sent(new PingId(id), appeal(urgency, "Deploy now?\nIt is late."), at);
  }

  private static Session.State.Waiting waitingFor(Want want) {
    return new Session.State.Waiting(Activity.ACTIVE, want, LATER);
  }
}
