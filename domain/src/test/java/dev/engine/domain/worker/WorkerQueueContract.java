package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.ANY;
import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.asked;
import static dev.engine.domain.worker.WorkerExamples.claimed;
import static dev.engine.domain.worker.WorkerExamples.completed;
import static dev.engine.domain.worker.WorkerExamples.failed;
import static dev.engine.domain.worker.WorkerExamples.failing;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.finished;
import static dev.engine.domain.worker.WorkerExamples.order;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static dev.engine.domain.worker.WorkerExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.Recording;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.testing.ScriptedRandom;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a {@link WorkerQueue} promises. */
public interface WorkerQueueContract {

  Instant START = NOON.plusSeconds(1);
  Instant END = NOON.plusSeconds(60);
  ClaudeSessionId FRESH = new ClaudeSessionId("fresh");
  Claiming NOTHING = new Claiming.NothingReady(null);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aClaimBeginsAnAttempt() {
    Storage storage = storage();
    Worker pending = spawned(storage, "Compare.", NOON);

    Claiming claiming = storage.workerQueue().claim(ANY, FRESH, START);

    Worker running = pending.started(START);
    Attempt attempt = Attempt.begun(new AttemptId(pending.id(), 1), FRESH, START);
    assertThat(claiming)
        .isEqualTo(new Claiming.Claimed(running, attempt, new Input.Instructions("Compare.")));
    assertThat(storage.workers().find(pending.id())).contains(running);
    assertThat(storage.workerQueue().unfinished(Limit.DEFAULT))
        .containsExactly(new WorkUnderway(running, attempt));
    assertThat(storage.workerQueue().claim(ANY, FRESH, START)).isEqualTo(NOTHING);
  }

  @Test
  default void theHighestPriorityIsFirstAndOfTheseTheOldest() {
    Storage storage = storage();
    Worker low = spawned(storage, order("low").withPriority(-1), NOON);
    Worker younger = spawned(storage, "younger", NOON.plusSeconds(2));
    Worker older = spawned(storage, "older", NOON.plusSeconds(1));
    Worker building =
        spawned(
            storage,
            WorkOrder.of(new Task(Primitive.BUILD, "between", null, null)),
            NOON.plusMillis(1_500));
    Worker high = spawned(storage, order("high").withPriority(5), END);

    assertThat(List.of(turn(storage), turn(storage), turn(storage), turn(storage), turn(storage)))
        .containsExactly(high.id(), older.id(), building.id(), younger.id(), low.id());
  }

  @Test
  default void nobodyBeginsBeforeItsTime() {
    Storage storage = storage();
    WorkerQueue queue = storage.workerQueue();
    Worker late = spawned(storage, order("late").withPriority(1).after(END.plusSeconds(1)), NOON);
    Worker timed = spawned(storage, order("timed").withPriority(1).after(END), NOON);
    Worker plain = spawned(storage, "plain", NOON);

    assertThat(claimed(storage, START).worker().id()).isEqualTo(plain.id());
    assertThat(queue.claim(ANY, FRESH, END.minusMillis(1)))
        .isEqualTo(new Claiming.NothingReady(END));
    assertThat(claimed(storage, END).worker().id()).isEqualTo(timed.id());
    assertThat(queue.claim(ANY, FRESH, END))
        .isEqualTo(new Claiming.NothingReady(END.plusSeconds(1)));
    assertThat(claimed(storage, END.plusSeconds(9)).worker().id()).isEqualTo(late.id());
  }

  @Test
  default void whoseTimeHasComeIsAsOldAsItIs() {
    Storage storage = storage();
    Worker older = spawned(storage, order("older").after(END), NOON);
    spawned(storage, "younger", START);

    assertThat(claimed(storage, END).worker().id()).isEqualTo(older.id());
  }

  @Test
  default void nobodyBeginsBeforeAllItDependsOnIsComplete() {
    Storage storage = storage();
    WorkerId first = spawned(storage, "first", NOON).id();
    WorkerId second = spawned(storage, "second", NOON.plusMillis(1)).id();
    WorkerId third =
        spawned(storage, order("third").withPriority(9).dependingOn(first, second), NOON).id();
    assertThat(turn(storage)).isEqualTo(first);
    assertThat(turn(storage)).isEqualTo(second);

    completed(storage, first, END);
    assertThat(storage.workerQueue().claim(ANY, FRESH, END)).isEqualTo(NOTHING);
    completed(storage, second, END);

    assertThat(turn(storage)).isEqualTo(third);
  }

  @Test
  default void whoDependsOnOneThatFailedWaitsUntilItIsRunAgain() {
    Storage storage = storage();
    WorkerId first = failing(storage, "first", NOON).id();
    WorkerId second = spawned(storage, order("second").dependingOn(first), NOON).id();
    assertThat(storage.workerQueue().claim(ANY, FRESH, END)).isEqualTo(NOTHING);

    storage.workers().retry(first, END);
    assertThat(turn(storage)).isEqualTo(first);
    completed(storage, first, END);

    assertThat(turn(storage)).isEqualTo(second);
  }

  @Test
  default void whoDependsOnOneThatIsRunAgainWaitsForIt() {
    Storage storage = storage();
    WorkerId first = spawned(storage, "first", NOON).id();
    claimed(storage, START);
    completed(storage, first, START);
    spawned(storage, order("second").dependingOn(first), START);

    storage.workers().retry(first, END);

    assertThat(turn(storage)).isEqualTo(first);
    assertThat(storage.workerQueue().claim(ANY, FRESH, END)).isEqualTo(NOTHING);
  }

  @Test
  default void noMoreBeginThanThereIsRoomFor() {
    Storage storage = storage();
    WorkerQueue queue = storage.workerQueue();
    spawned(storage, order("a").withPriority(2), NOON);
    spawned(storage, order("b").withPriority(1), NOON);
    Task build = new Task(Primitive.BUILD, "Build it.", null, null);
    Worker building = spawned(storage, WorkOrder.of(build), NOON);
    Capacity oneResearch = new Capacity(3, Map.of(Primitive.RESEARCH, 1), 3);
    claimed(storage, START);

    assertThat(queue.claim(Capacity.of(1), FRESH, START)).isEqualTo(NOTHING);
    assertThat(queue.claim(new Capacity(3, Map.of(Primitive.BUILD, 0), 1), FRESH, START))
        .isEqualTo(NOTHING);
    assertThat(queue.claim(oneResearch, FRESH, START))
        .isInstanceOfSatisfying(
            Claiming.Claimed.class,
            claim -> assertThat(claim.worker().id()).isEqualTo(building.id()));
    assertThat(queue.claim(oneResearch, FRESH, START)).isEqualTo(NOTHING);
  }

  @Test
  default void aLaunchedAttemptHasItsProcess() {
    Storage storage = storage();
    WorkerQueue queue = storage.workerQueue();
    spawned(storage, "a", NOON);
    Attempt attempt = claimed(storage, START).attempt();
    ProcessSpace space = new ProcessSpace("0a1b2c3d-0000-4000-8000-000000000001", 4_026_531_836L);
    ProcessIdentity process = new ProcessIdentity(4_242, START, new Birth(space, 99));

    Launching launching = queue.launched(attempt.id(), process, START);

    assertThat(launching).isEqualTo(new Launching.Launched(attempt.by(process)));
    assertThat(queue.attempts(attempt.id().worker(), Limit.DEFAULT))
        .containsExactly(attempt.by(process));
    queue.finish(attempt.id(), succeeded(""), END);
    assertThat(queue.launched(attempt.id(), process, END))
        .isInstanceOf(Launching.EndedBefore.class);
  }

  @Test
  default void aProcessOfWhichOnlyTheNumberIsKnownIsKept() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    Attempt attempt = claimed(storage, START).attempt();
    ProcessIdentity process = new ProcessIdentity(4_242, null);

    storage.workerQueue().launched(attempt.id(), process, START);

    assertThat(storage.workerQueue().attempts(attempt.id().worker(), Limit.DEFAULT))
        .containsExactly(attempt.by(process));
  }

  @Test
  default void aWorkerThatSucceedsIsCompleteAndTellsItsOwner() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    Claiming.Claimed claim = claimed(storage, START);
    AttemptEnd end =
        new AttemptEnd.Succeeded("B wins.", 0, new Usage(new BigDecimal("0.0125"), 1_234L));

    Finishing finishing = storage.workerQueue().finish(claim.attempt().id(), end, END);

    Worker complete = claim.worker().after(end, null, END);
    assertThat(finishing).isEqualTo(new Finishing.Finished(complete));
    assertThat(storage.workers().find(complete.id())).contains(complete);
    assertThat(storage.workerQueue().attempts(complete.id(), Limit.DEFAULT))
        .containsExactly(claim.attempt().ended(end, AttemptOutcome.COMPLETE, END));
    assertThat(storage.workerQueue().unfinished(Limit.DEFAULT)).isEmpty();
    assertThat(notices(storage)).containsExactly(WorkerNotices.outcome(complete).orElseThrow());
  }

  @Test
  default void theFirstEndOfAnAttemptStandsAndIsToldOnce() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    Claiming.Claimed claim = claimed(storage, START);
    Worker failed = failed(storage, claim.worker().id(), END);

    Finishing again =
        storage.workerQueue().finish(claim.attempt().id(), succeeded(""), END.plusSeconds(1));

    Attempt ended = claim.attempt().ended(failure("exit code 1"), AttemptOutcome.FAILED, END);
    assertThat(again).isEqualTo(new Finishing.FinishedBefore(ended));
    assertThat(storage.workers().find(failed.id())).contains(failed);
    assertThat(notices(storage)).containsExactly(WorkerNotices.outcome(failed).orElseThrow());
  }

  @Test
  default void whatFailedIsTriedAgainAfterAPauseWithoutANotice() {
    Storage storage = storage();
    spawned(storage, order("a").triedAtMost(2), NOON);
    Claiming.Claimed first = claimed(storage, START);

    Finishing goesOn = finished(storage, first.worker().id(), failure("no network"), END);
    Instant again = END.plusSeconds(10);
    Claiming early = storage.workerQueue().claim(ANY, FRESH, again.minusMillis(1));
    Claiming.Claimed second = claimed(storage, again);
    Worker failed = failed(storage, first.worker().id(), again);

    Worker waiting = first.worker().after(failure("no network"), null, END);
    assertThat(goesOn).isEqualTo(new Finishing.GoesOn(waiting));
    assertThat(early).isEqualTo(new Claiming.NothingReady(again));
    assertThat(second.worker()).isEqualTo(waiting.started(again));
    assertThat(second.attempt().id().number()).isEqualTo(2);
    assertThat(failed.run().failedAttempts()).isEqualTo(2);
    assertThat(notices(storage)).containsExactly(WorkerNotices.outcome(failed).orElseThrow());
    assertThat(storage.workerQueue().attempts(failed.id(), Limit.DEFAULT))
        .extracting(attempt -> attempt.id().number())
        .containsExactly(2, 1);
    assertThat(storage.workerQueue().attempts(failed.id(), new Limit(1))).hasSize(1);
  }

  @Test
  default void theLatestAttemptOfEachIsFoundAtOnce() {
    Storage storage = storage();
    spawned(storage, order("a").triedAtMost(2), NOON);
    WorkerId twice = claimed(storage, START).worker().id();
    finished(storage, twice, failure("no network"), END);
    Attempt second = claimed(storage, END.plusSeconds(10)).attempt();
    spawned(storage, "b", NOON);
    Attempt only = claimed(storage, START.plusSeconds(1)).attempt();
    WorkerId never = spawned(storage, "c", NOON).id();

    Map<WorkerId, Attempt> latest =
        storage.workerQueue().latestAttempts(List.of(twice, only.id().worker(), never));

    assertThat(latest).containsOnly(Map.entry(twice, second), Map.entry(only.id().worker(), only));
    assertThat(storage.workerQueue().latestAttempts(List.of())).isEmpty();
  }

  @Test
  default void whatWasReclaimedBeginsAgainAtOnce() {
    Storage storage = storage();
    Worker pending = spawned(storage, "a", NOON);
    claimed(storage, START);

    Finishing goesOn = finished(storage, pending.id(), new AttemptEnd.Reclaimed(), END);

    assertThat(goesOn).isEqualTo(new Finishing.GoesOn(pending));
    assertThat(claimed(storage, "another", END).attempt())
        .isEqualTo(
            Attempt.begun(new AttemptId(pending.id(), 2), new ClaudeSessionId("another"), END));
  }

  @Test
  default void whatWasPutOffLetsOthersPassUntilItsTime() {
    Storage storage = storage();
    Worker first = spawned(storage, "a", NOON);
    Worker second = spawned(storage, "b", NOON.plusMillis(1));
    claimed(storage, START);
    Instant later = END.plusSeconds(10);

    Finishing goesOn =
        finished(storage, first.id(), new AttemptEnd.PutOff("no memory", later), END);
    Worker next = claimed(storage, "s2", END).worker();
    Claiming early = storage.workerQueue().claim(ANY, FRESH, END);
    Claiming.Claimed again = claimed(storage, "s3", later);

    assertThat(goesOn).isInstanceOf(Finishing.GoesOn.class);
    assertThat(next.id()).isEqualTo(second.id());
    assertThat(early).isEqualTo(new Claiming.NothingReady(later));
    assertThat(again.attempt().id()).isEqualTo(new AttemptId(first.id(), 2));
    assertThat(again.worker().run().failedAttempts()).isZero();
  }

  @Test
  default void whoAskedGoesOnWithTheAnswerInTheSameSession() {
    Storage storage = storage();
    Worker pending = spawned(storage, "a", NOON);
    Claiming.Claimed first = claimed(storage, START);

    Finishing goesOn = finished(storage, pending.id(), asked("Which three?"), END);
    Ping ping = storage.pings().list(PingFilter.OPEN, Page.FIRST).items().getFirst();
    Claiming waits = storage.workerQueue().claim(ANY, FRESH, END);
    storage.pings().acknowledge(ping.id(), END);
    Claiming waitsStill = storage.workerQueue().claim(ANY, FRESH, END);
    storage.pings().answer(ping.id(), new Answer("These."), END);
    Claiming.Claimed second = claimed(storage, END);

    Worker asking = first.worker().after(asked("Which three?"), ping, END);
    Input answer = new Input.Answer("These.", first.attempt().claudeSession());
    assertThat(goesOn).isEqualTo(new Finishing.GoesOn(asking));
    assertThat(ping.appeal()).isEqualTo(WorkerNotices.appeal(pending, "Which three?"));
    assertThat(waits).isEqualTo(NOTHING);
    assertThat(waitsStill).isEqualTo(NOTHING);
    assertThat(second.input()).isEqualTo(answer);
    assertThat(second.attempt().claudeSession()).isEqualTo(first.attempt().claudeSession());
    assertThat(second.worker().run().failedAttempts()).isZero();
    assertThat(types(storage))
        .containsExactlyInAnyOrder(
            NotificationType.WORKER_QUESTION, NotificationType.PING_ANSWERED);
    finished(storage, pending.id(), new AttemptEnd.Reclaimed(), END);
    assertThat(claimed(storage, END).input()).isEqualTo(answer);
  }

  @Test
  default void anAnswerBeforeTheAttemptHasEndedIsGivenToTheNext() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    WorkerId id = claimed(storage, START).worker().id();
    Ping ping = ((Asking.AskedNow) storage.workers().ask(id, "Which?", START)).ping();
    storage.pings().answer(ping.id(), new Answer("These."), START);

    Finishing goesOn = finished(storage, id, succeeded("I have asked."), END);

    assertThat(goesOn).isInstanceOf(Finishing.GoesOn.class);
    assertThat(claimed(storage, END).input()).isInstanceOf(Input.Answer.class);
    assertThat(completed(storage, id, END).status()).isEqualTo(WorkerStatus.COMPLETE);
  }

  @Test
  default void whoEndsWithAQuestionItHasAskedIsNotAskedForTwice() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    WorkerId id = claimed(storage, START).worker().id();
    storage.workers().ask(id, "Which?", START);

    finished(storage, id, asked("Which?"), END);

    assertThat(storage.pings().list(PingFilter.OPEN, Page.FIRST).items()).hasSize(1);
  }

  @Test
  default void runAgainAWorkerForgetsWhatItAsked() {
    Storage storage = storage();
    spawned(storage, "a", NOON);
    WorkerId id = claimed(storage, START).worker().id();
    finished(storage, id, asked("Which?"), END);
    storage.workers().cancel(id, END);

    storage.workers().retry(id, END);

    assertThat(claimed(storage, END).input()).isEqualTo(new Input.Instructions("a"));
  }

  @Test
  default void whoIsToBeCancelledIsNotTriedAgainAndAsksNothing() {
    Storage storage = storage();
    spawned(storage, order("a").triedAtMost(5), NOON);
    WorkerId id = claimed(storage, START).worker().id();
    storage.workers().cancel(id, START);

    Finishing finishing = finished(storage, id, asked("Which?"), END);

    assertThat(finishing)
        .isInstanceOfSatisfying(
            Finishing.Finished.class,
            end ->
                assertThat(end.worker().state()).isEqualTo(new Worker.State.Cancelled(START, END)));
    assertThat(storage.pings().list(PingFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  default void theSlotOfAMissionFollowsItsWorker() {
    Storage storage = storage();
    WorkerId worker = spawned(storage, "a", NOON).id();
    ScheduledMissionId nightly = nightly(storage);
    Recording recording =
        storage
            .missions()
            .record(new Slot(nightly, NOON), worker, new Mission.State.Pending(), NOON);
    MissionId slot = ((Recording.Recorded) recording).mission().id();

    claimed(storage, START);
    assertThat(state(storage, slot)).isEqualTo(new Mission.State.Running(START));
    failed(storage, worker, END);
    assertThat(state(storage, slot)).isEqualTo(new Mission.State.Failed(START, END, "exit code 1"));
    storage.workers().retry(worker, END);
    assertThat(state(storage, slot)).isEqualTo(new Mission.State.Pending());
    claimed(storage, END);
    finished(storage, worker, succeeded("It is done."), END);

    assertThat(state(storage, slot)).isEqualTo(new Mission.State.Complete(END, END, "It is done."));
    assertThat(types(storage))
        .containsExactlyInAnyOrder(
            NotificationType.WORKER_FAILED,
            NotificationType.MISSION_FAILED,
            NotificationType.WORKER_COMPLETE,
            NotificationType.MISSION_COMPLETE);
  }

  @Test
  default void aTurnIsBehindThoseThatHaveTheirsBefore() {
    Storage storage = storage();
    WorkerQueue queue = storage.workerQueue();
    spawned(storage, "at work", NOON);
    claimed(storage, NOON);
    WorkerId ahead = spawned(storage, order("ahead").withPriority(1), START).id();
    spawned(storage, WorkOrder.of(new Task(Primitive.BUILD, "older", null, null)), NOON);
    WorkerId due = spawned(storage, order("due").after(START), NOON).id();
    WorkerId worker = spawned(storage, "this", START).id();
    WorkerId later = spawned(storage, order("later").after(END.plusSeconds(1)), NOON).id();
    WorkerId blocked = spawned(storage, order("blocked").dependingOn(ahead), NOON).id();

    assertThat(queue.turn(ahead, END)).contains(new Turn(0, 1));
    assertThat(queue.turn(worker, END)).contains(new Turn(3, 1));
    assertThat(queue.turn(due, END)).isPresent();
    assertThat(queue.turn(later, END)).isEmpty();
    assertThat(queue.turn(blocked, END)).isEmpty();
    assertThat(queue.turn(new WorkerId("0000beef"), END)).isEmpty();
  }

  @Test
  default void anUnknownAttemptIsSaidToBeUnknown() {
    WorkerQueue queue = storage().workerQueue();
    AttemptId unknown = new AttemptId(new WorkerId("0000beef"), 1);

    assertThat(queue.finish(unknown, succeeded(""), NOON))
        .isEqualTo(new Finishing.NoSuchAttempt(unknown));
    assertThat(queue.launched(unknown, new ProcessIdentity(1, null), NOON))
        .isEqualTo(new Launching.NoSuchAttempt(unknown));
    assertThat(queue.attempts(unknown.worker(), Limit.DEFAULT)).isEmpty();
    assertThat(queue.claim(ANY, FRESH, NOON)).isEqualTo(NOTHING);
  }

  /** Whose turn it is. */
  private static WorkerId turn(Storage storage) {
    return claimed(storage, END).worker().id();
  }

  private static ScheduledMissionId nightly(Storage storage) {
    Scheduling scheduling =
        storage
            .scheduledMissions()
            .add(MissionExamples.plan("nightly", CHIEF), MissionExamples.TIMETABLES, NOON);
    return ((Scheduling.Scheduled) scheduling).mission().id();
  }

  private static Mission.State state(Storage storage, MissionId slot) {
    return storage.missions().find(slot).orElseThrow().state();
  }

  private static List<NotificationType> types(Storage storage) {
    return notices(storage).stream().map(Notice::type).toList();
  }

  private static List<Notice> notices(Storage storage) {
    return storage.notifications().list(NotificationFilter.ALL, Page.FIRST).items().stream()
        .map(Notification::notice)
        .toList();
  }
}
