package dev.engine.services;

import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static dev.engine.domain.ping.PingExamples.question;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Urgency;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Want;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AttentionQueueTest {

  private static final Instant NOW = NOON.plusSeconds(3_600);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final AttentionQueue attention =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1)).attention();

  @Test
  void eventsThatWereSetAsideWaitForThePerson() {
    HookBacklog backlog = new HookBacklog(1, NOW, 2, NOW.minusSeconds(60), null);
    AttentionQueue withSpool = new AttentionQueue(storage, HomeState.of(() -> backlog), () -> NOW);

    assertThat(withSpool.list(Limit.DEFAULT))
        .containsExactly(AttentionItem.ofSetAside(2, NOW.minusSeconds(60)));
  }

  @Test
  void whatWaitsStandsInOneListTheWorstFirst() {
    storage.pings().send(appeal(Urgency.LOW, "The disk is 80 % full."), NOON);
    failAWorker(NOON.plusSeconds(2));
    failAMission(NOON.plusSeconds(1));
    waitForPermission("a", NOON.plusSeconds(3));
    storage.pings().send(appeal(Urgency.CRITICAL, "Deploy now?"), NOON.plusSeconds(4));

    List<AttentionItem> items = attention.list(Limit.DEFAULT);

    assertThat(items)
        .extracting(AttentionItem::kind)
        .containsExactly(
            AttentionKind.PING,
            AttentionKind.SESSION_WAITING,
            AttentionKind.MISSION_FAILED,
            AttentionKind.WORKER_FAILED,
            AttentionKind.PING);
    assertThat(attention.list(new Limit(2))).isEqualTo(items.subList(0, 2));
  }

  @Test
  void anEmptyFleetNeedsNothing() {
    SessionExamples.stored(storage.sessions(), "a");
    storage.workers().add(WorkerExamples.task("Compare."), WorkerExamples.OUTPUTS, NOON);

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void aSnoozedPingComesBackWhenItsTimeIsOver() {
    Ping over = storage.pings().send(question("Deploy now?"), NOON);
    Ping snoozed = storage.pings().send(question("And tomorrow?"), NOON);
    storage.pings().snooze(over.id(), NOW, NOW);
    storage.pings().snooze(snoozed.id(), NOW.plusMillis(1), NOW);

    List<AttentionItem> items = attention.list(Limit.DEFAULT);

    assertThat(items).containsExactly(AttentionItem.of(over));
  }

  @Test
  void anItemGoesWithItsCause() {
    Ping seen = storage.pings().send(question("Deploy now?"), NOON);
    Ping answered = storage.pings().send(question("Which colour?"), NOON);
    waitForPermission("a", NOON);
    ScheduledMissionId mission = failAMission(NOON);

    storage.pings().acknowledge(seen.id(), NOON);
    storage.pings().answer(answered.id(), new Answer("blue"), NOON);
    storage.sessions().observe(sighting("a", new Signal.ToolStarted(), NOON.plusSeconds(20)));
    storage
        .missions()
        .record(new Slot(mission, NOW), null, new Mission.State.Complete(NOW, NOW, null), NOW);

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void aFailedWorkerIsShownForAWeek() {
    Duration week = Duration.ofDays(7);
    failAWorker(NOW.minus(week));
    Worker recent = failAWorker(NOW.minus(week).plusMillis(1));

    List<AttentionItem> items = attention.list(Limit.DEFAULT);

    assertThat(items).extracting(AttentionItem::subject).containsExactly(recent.id().value());
  }

  private Worker failAWorker(Instant at) {
    Worker worker =
        storage.workers().add(WorkerExamples.task("Compare."), WorkerExamples.OUTPUTS, at);
    storage.workers().fail(worker.id(), at);
    return worker;
  }

  private ScheduledMissionId failAMission(Instant at) {
    ScheduledMissionId id = MissionExamples.stored(storage.scheduledMissions(), "nightly").id();
    storage.missions().record(new Slot(id, at), null, new Mission.State.Failed(null, at, null), at);
    return id;
  }

  private void waitForPermission(String claudeId, Instant at) {
    Signal waits = new Signal.WaitsFor(Want.PERMISSION);
    storage.sessions().admit(sighting(claudeId, waits, at), newcomer(Role.PROJECT));
  }
}
