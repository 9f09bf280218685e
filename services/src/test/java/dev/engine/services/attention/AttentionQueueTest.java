package dev.engine.services.attention;

import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static dev.engine.domain.ping.PingExamples.question;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.engine.domain.Limit;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.Urgency;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.attention.AttentionMark;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.Want;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import dev.engine.services.Engine;
import dev.engine.services.HomeState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
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
  void hooksThatDoNotReachTheStoreWaitForThePersonUntilTheyDo() {
    storage.canaries().record(3, List.of("Stop"), NOON);
    storage.canaries().record(2, List.of("SessionStart", "Stop"), NOON.plusSeconds(60));

    assertThat(attention.list(Limit.DEFAULT))
        .containsExactly(
            new AttentionItem(
                AttentionKind.CANARY_LOST,
                Urgency.HIGH,
                NOON,
                "canary",
                null,
                "hooks do not reach the store: SessionStart, Stop",
                "engine doctor --canary"));

    storage.canaries().record(4, List.of(), NOON.plusSeconds(120));
    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
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
    WorkerExamples.spawned(storage, "Compare.", NOON);

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void aWorkerThatWasCancelledNeedsNothing() {
    Worker worker = WorkerExamples.spawned(storage, "Compare.", NOON);

    storage.workers().cancel(worker.id(), NOON);

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

  @Test
  void whatWasSeenIsNotShownUntilItHappensAgain() {
    String worker = failAWorker(NOON).id().value();
    String session = waitForPermission("a", NOON);

    List<AttentionItem> seen = attention.acknowledge(worker);
    attention.acknowledge(session);
    storage.sessions().observe(sighting("a", new Signal.ToolStarted(), NOON.plusSeconds(20)));
    storage
        .sessions()
        .observe(sighting("a", new Signal.WaitsFor(Want.PERMISSION), NOON.plusSeconds(30)));

    assertThat(seen).extracting(AttentionItem::kind).containsExactly(AttentionKind.WORKER_FAILED);
    assertThat(attention.list(Limit.DEFAULT))
        .extracting(AttentionItem::subject, AttentionItem::since)
        .containsExactly(tuple(session, NOON.plusSeconds(30)));
  }

  @Test
  void whatIsPutOffComesBack() {
    String worker = failAWorker(NOON).id().value();
    AttentionQueue later = attentionAt(NOW.plusSeconds(60));
    AttentionQueue muchLater = attentionAt(NOW.plus(Duration.ofHours(2)));

    attention.snooze(worker, TimeSpan.parse("2h"));

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
    assertThat(later.list(Limit.DEFAULT)).isEmpty();
    assertThat(muchLater.list(Limit.DEFAULT)).hasSize(1);
  }

  @Test
  void aPingIsSettledWhereItWaits() {
    Ping seen = storage.pings().send(question("Deploy now?"), NOON);
    Ping answered = storage.pings().send(question("Which colour?"), NOON);
    Ping snoozed = storage.pings().send(question("And tomorrow?"), NOON);

    attention.acknowledge(seen.id().value());
    attention.answer(answered.id().value(), new Answer("blue"));
    attention.snooze(snoozed.id().value(), TimeSpan.parse("1h"));

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
    assertThat(storage.pings().find(seen.id())).contains(seen.acknowledged(NOW));
    assertThat(storage.pings().find(answered.id()))
        .contains(answered.answered(NOW, new Answer("blue")));
    assertThat(storage.pings().find(snoozed.id()))
        .contains(snoozed.snoozed(NOW.plus(Duration.ofHours(1))));
    assertThat(storage.attentionMarks().list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void whoAnswersSecondIsToldThatAnotherAnswerStands() {
    Ping ping = storage.pings().send(question("Which colour?"), NOON);
    AtomicInteger times = new AtomicInteger();
    InstantSource clock =
        () -> {
          if (times.incrementAndGet() == 2) { // the ping has been found by then
            storage.pings().answer(ping.id(), new Answer("red"), NOON);
          }
          return NOW;
        };
    AttentionQueue slower =
        new AttentionQueue(storage, HomeState.of(() -> HookBacklog.NONE), clock);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> slower.answer(ping.id().value(), new Answer("blue")))
        .withMessageContaining("the first answer stands");
  }

  @Test
  void whatWasSeenStaysSeenHoweverMuchIsSeenAfterIt() {
    String worker = failAWorker(NOON).id().value();
    attention.acknowledge(worker);
    for (int i = 0; i < 1_001; i++) {
      storage
          .attentionMarks()
          .keep(
              new AttentionMark(
                  AttentionKind.SESSION_WAITING,
                  "%08x".formatted(i),
                  NOON,
                  NOW.plusSeconds(1),
                  null));
    }

    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void whatDoesNotWaitIsNotFound() {
    String worker = failAWorker(NOON).id().value();
    TimeSpan hour = TimeSpan.parse("1h");

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attention.acknowledge("0000beef"));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attention.snooze("spool", hour));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> attention.answer(worker, new Answer("blue")));
  }

  @Test
  void aNoticeThatNobodyWasToldWaitsForThePerson() {
    Notice notice =
        new Notice(WorkerExamples.CHIEF, NotificationType.MESSAGE, "e", "It moved.", "");
    Notification queued =
        ((Queueing.Queued) storage.notifications().queue(notice, NOON)).notification();
    for (int i = 1; i <= Deliveries.MOST_ATTEMPTS; i++) {
      Instant at = NOON.plusSeconds(60L * i);
      SessionId chief = chief("chief" + i, at);
      HookEventId call = new HookEventId("%032x".formatted(i));
      storage.deliveries().visit(new Visit(chief, Occasion.BEGINNING, call, at));
      storage.sessions().end(chief, at.plusSeconds(1), EndReason.LOST);
    }
    storage.deliveries().settle(NOW, Limit.DEFAULT);

    List<AttentionItem> items = attention.list(Limit.DEFAULT);

    assertThat(items)
        .containsExactly(
            new AttentionItem(
                AttentionKind.NOTICE_DEAD,
                Urgency.NORMAL,
                NOW,
                queued.id().value(),
                WorkerExamples.CHIEF,
                "nobody was told after 5 offers: It moved.",
                "engine why " + queued.id()));
    attention.acknowledge(queued.id().value());
    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void aSkippedSlotWaitsUntilTheNextOneIsNot() {
    ScheduledMissionId id = MissionExamples.stored(storage.scheduledMissions(), "nightly").id();
    Mission.State skipped = new Mission.State.Skipped("the run before was still going");
    storage.missions().record(new Slot(id, NOON), null, skipped, NOON);

    List<AttentionItem> items = attention.list(Limit.DEFAULT);

    assertThat(items)
        .extracting(AttentionItem::kind, AttentionItem::since, AttentionItem::reason)
        .containsExactly(
            tuple(
                AttentionKind.MISSION_SKIPPED,
                NOON,
                "mission nightly skipped a slot: the run before was still going"));
    storage.missions().record(new Slot(id, NOW), null, new Mission.State.Running(NOW), NOW);
    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  private AttentionQueue attentionAt(Instant time) {
    return new AttentionQueue(storage, HomeState.UNKNOWN, () -> time);
  }

  private SessionId chief(String claudeId, Instant at) {
    Observation first =
        storage
            .sessions()
            .admit(
                sighting(claudeId, SessionExamples.started(Source.STARTUP), at),
                newcomer(Role.CHIEF));
    return ((Observation.Admitted) first).session().id();
  }

  private Worker failAWorker(Instant at) {
    return WorkerExamples.failing(storage, "Compare.", at);
  }

  private ScheduledMissionId failAMission(Instant at) {
    ScheduledMissionId id = MissionExamples.stored(storage.scheduledMissions(), "nightly").id();
    storage.missions().record(new Slot(id, at), null, new Mission.State.Failed(null, at, null), at);
    return id;
  }

  private String waitForPermission(String claudeId, Instant at) {
    Signal waits = new Signal.WaitsFor(Want.PERMISSION);
    Observation first =
        storage.sessions().admit(sighting(claudeId, waits, at), newcomer(Role.PROJECT));
    return ((Observation.Admitted) first).session().id().value();
  }

  @Test
  void aMissionThatFailedIsOneItemAndNotItsWorkerToo() {
    ScheduledMissionId id = MissionExamples.stored(storage.scheduledMissions(), "nightly").id();
    storage.missionRuns().runNow(id, WorkerExamples.OUTPUTS, NOON);
    WorkerId worker = WorkerExamples.claimed(storage, NOON).worker().id();

    WorkerExamples.failed(storage, worker, NOON);

    assertThat(attention.list(Limit.DEFAULT))
        .extracting(AttentionItem::kind)
        .containsExactly(AttentionKind.MISSION_FAILED);
  }
}
