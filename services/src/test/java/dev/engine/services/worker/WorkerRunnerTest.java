package dev.engine.services.worker;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.order;
import static dev.engine.domain.worker.WorkerExamples.spawned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.host.WorkerOutputs.Output;
import dev.engine.domain.host.WorkerOutputs.Result;
import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.host.WorkerPrograms.Rest;
import dev.engine.domain.host.WorkerPrograms.Starting;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.Capacity;
import dev.engine.domain.worker.Claiming;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkerRunnerTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/home/dev"));

  private static final CommandTemplate ANY_PROGRAM = new CommandTemplate(List.of("program"));

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SimulatedPrograms machine = new SimulatedPrograms(NOON);
  private WorkerRunner runner = engine(profiles(4));

  @Test
  void whoseTurnItIsBeginsInASessionOfAFreshNameWithItsInstructions() {
    Worker worker = spawned(storage, "compare three competitors", NOON);
    runner = engine(new WorkerProfiles(4, Map.of(), WorkerProfile.claude(4, null)));

    runner.run();

    Launch launch = machine.launch(first(worker));
    String session = attempt(worker).claudeSession().value();
    assertThat(session)
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(launch)
        .isEqualTo(
            new Launch(
                first(worker),
                List.of(
                    "claude",
                    "-p",
                    "--session-id",
                    session,
                    "--settings",
                    HOME.project() + "/.claude/settings.json",
                    "--output-format",
                    "stream-json",
                    "--verbose",
                    "--permission-mode",
                    "acceptEdits"),
                worker.workspacePath(),
                "compare three competitors",
                Set.of(),
                Promise.RESULT_OBJECT));
    assertThat(attempt(worker).process()).isNotNull();
    assertThat(status(worker)).isEqualTo(WorkerStatus.RUNNING);
  }

  @Test
  void placesAreFilledWithinTheirWords() {
    Worker worker = spawned(storage, "x", NOON);
    runner =
        engine(
            profiles(
                new CommandTemplate(
                    List.of(
                        "run",
                        "{workspace}/{worker_id}",
                        "{instructions_file}",
                        "{project}:{primitive}",
                        "{a b}"))));

    runner.run();

    Path workspace = worker.workspacePath();
    assertThat(machine.launch(first(worker)).command())
        .containsExactly(
            "run",
            workspace + "/" + worker.id(),
            workspace + "/instructions.md",
            HOME.project() + ":research",
            "{a b}");
  }

  @Test
  void noMoreRunThanMay() {
    Worker one = spawned(storage, "1", NOON);
    Worker two = spawned(storage, "2", NOON.plusMillis(1));
    Worker three = spawned(storage, "3", NOON.plusMillis(2));
    machine.pass(Duration.ofSeconds(1));
    runner = engine(profiles(2));
    runner.run();
    boolean hasThreeBegun = status(three) == WorkerStatus.RUNNING;
    machine.end(first(one), 0);

    runner.run();

    assertThat(hasThreeBegun).isFalse();
    assertThat(status(one)).isEqualTo(WorkerStatus.COMPLETE);
    assertThat(status(two)).isEqualTo(WorkerStatus.RUNNING);
    assertThat(status(three)).isEqualTo(WorkerStatus.RUNNING);
  }

  @Test
  void ofAPrimitiveWithAProfileAsManyRunAsThatSays() {
    WorkerProfile alone = new WorkerProfile(ANY_PROGRAM, ANY_PROGRAM, 1, null, Set.of());
    spawned(storage, "1", NOON);
    spawned(storage, "2", NOON);
    runner =
        engine(
            new WorkerProfiles(
                4, Map.of(Primitive.RESEARCH, alone), WorkerProfile.claude(4, null)));

    runner.run();

    assertThat(machine.log()).hasSize(1);
  }

  @Test
  void anOutcomeIsRecordedWithWhatItCostAndItsOwnerIsToldOnce() {
    Worker worker = begun("x");
    Usage usage = new Usage(new BigDecimal("0.25"), 1_200L);
    machine.leaves(
        worker.workspacePath(),
        new Output(null, new Result(false, "all done", null, usage), "{}", ""));
    machine.end(first(worker), 0);

    rounds(3);

    assertThat(now(worker).state()).isEqualTo(new Worker.State.Complete(NOON, NOON, "all done"));
    assertThat(attempt(worker).state())
        .isEqualTo(new Attempt.State.Ended(NOON, AttemptOutcome.COMPLETE, 0, null, usage));
    assertThat(notices()).hasSize(1);
    assertThat(machine.known()).isEmpty();
  }

  @Test
  void oneThatFailedIsTriedAgainLater() {
    Worker worker = spawned(storage, order("x").triedAtMost(2), NOON);
    runner.run();
    machine.end(first(worker), 3);
    rounds(2);
    WorkerStatus afterFailure = status(worker);
    machine.pass(Duration.ofSeconds(10));

    runner.run();

    assertThat(afterFailure).isEqualTo(WorkerStatus.PENDING);
    assertThat(machine.log()).containsExactly("start " + first(worker), "start " + second(worker));
    assertThat(notices()).isEmpty();
  }

  @Test
  void oneThatCanNeverBeStartedHasFailedWithTheReason() {
    machine.obstruct(new Starting.Refused("it is too long"));

    Worker worker = begun("x");

    assertThat(now(worker).state())
        .isEqualTo(new Worker.State.Failed(NOON, NOON, "it is too long"));
    assertThat(notices()).hasSize(1);
  }

  @Test
  void oneThatRunsWhenAnEngineComesGoesOn() {
    Worker worker = begun("x");
    runner = engine(profiles(4));
    rounds(3);
    machine.end(first(worker), 0);

    rounds(2);

    assertThat(status(worker)).isEqualTo(WorkerStatus.COMPLETE);
    assertThat(machine.log()).containsExactly("start " + first(worker));
  }

  @Test
  void ofOneThatWasStartedByAnEngineThatDiedOverItTheNextEngineSaysWhichProcessItIs() {
    Worker worker = spawned(storage, "x", NOON);
    Claiming claiming =
        storage.workerQueue().claim(Capacity.of(1), new ClaudeSessionId("session-1"), NOON);
    AttemptId claimed = ((Claiming.Claimed) claiming).attempt().id();
    machine.start(
        new Launch(
            claimed, List.of("program"), worker.workspacePath(), "x", Set.of(), Promise.NOTHING),
        () -> {});

    runner.run();

    assertThat(attempt(worker).process()).isNotNull();
    assertThat(machine.log()).containsExactly("start " + claimed);
  }

  @Test
  void whatEndedWhileNoEngineWasThereIsJudgedByWhatItLeft() {
    Worker worker = begun("x");
    machine.leaves(worker.workspacePath(), new Output("the report", null, "", ""));
    machine.end(first(worker), 0);
    runner = engine(profiles(4));

    rounds(1);

    assertThat(now(worker).state()).isEqualTo(new Worker.State.Complete(NOON, NOON, "the report"));
  }

  @Test
  void itIsJudgedByWhatItWasStartedAsWhateverTheProfileSaysByThen() {
    CommandTemplate talking = new CommandTemplate(List.of("program", "stream-json"));
    Worker silent = begun("1");
    runner = engine(profiles(talking));
    Worker promising = begun("2");
    machine.end(first(silent), 0);
    runner.run();
    runner = engine(profiles(ANY_PROGRAM));
    machine.end(first(promising), 0);

    runner.run();

    assertThat(status(silent)).isEqualTo(WorkerStatus.COMPLETE);
    assertThat(((Worker.State.Failed) now(promising).state()).reason())
        .isEqualTo("it printed no result object; its last line: none");
  }

  @Test
  void aResumedOneIsJudgedByTheCommandThatResumedIt() {
    WorkerProfile profile =
        new WorkerProfile(
            new CommandTemplate(List.of("program", "stream-json")),
            new CommandTemplate(List.of("resume")),
            4,
            null,
            Set.of());
    runner = engine(new WorkerProfiles(4, Map.of(), profile));
    Worker worker = begun("x");
    machine.leaves(
        worker.workspacePath(),
        new Output(null, new Result(false, "", "Which one?", Usage.UNKNOWN), "", ""));
    machine.end(first(worker), 0);
    rounds(1);
    Ping ping = storage.pings().list(PingFilter.ALL, Page.FIRST).items().getFirst();
    storage.pings().answer(ping.id(), new Answer("The red one."), NOON);
    rounds(1);
    machine.leaves(worker.workspacePath(), new Output(null, null, "done", ""));
    machine.end(second(worker), 0);

    rounds(1);

    assertThat(((Worker.State.Complete) now(worker).state()).summary()).isEqualTo("done");
  }

  @Test
  void whoseProjectWasMovedIsRunAndJudgedWhereThatIsNow() {
    Worker worker = spawned(storage, "x", NOON);
    HomeFolder moved = HomeFolder.of(Path.of("/data/work"));
    Path workspace = moved.outputs().resolve(worker.id().value());
    runner = engine(profiles(4), moved);
    runner.run();
    machine.leaves(workspace, new Output("the report", null, "", ""));
    Launch launch = machine.launch(first(worker));
    machine.end(first(worker), 0);

    runner.run();

    assertThat(launch.workspace()).isEqualTo(workspace);
    assertThat(now(worker).state()).isEqualTo(new Worker.State.Complete(NOON, NOON, "the report"));
  }

  @Test
  void whatWasKilledWhileNoEngineWasThereIsTriedAgainAtOnceAndDoesNotCount() {
    Worker worker = begun("x");
    machine.kill(first(worker));
    runner = engine(profiles(4));

    runner.run();

    assertThat(outcome(worker, 1)).isEqualTo(AttemptOutcome.RECLAIMED);
    assertThat(status(worker)).isEqualTo(WorkerStatus.RUNNING);
    assertThat(now(worker).run().failedAttempts()).isZero();
    assertThat(machine.log()).contains("start " + second(worker));
  }

  @Test
  void whatWasKilledWhileAnEngineLookedOnHasFailed() {
    Worker worker = begun("x");
    machine.kill(first(worker));

    runner.run();

    assertThat(now(worker).state())
        .isEqualTo(new Worker.State.Failed(NOON, NOON, "its process was killed"));
  }

  @Test
  void whatOutlivesItsWrapperIsEndedBeforeTheNextAttemptBegins() {
    Worker worker = begun("x");
    machine.killWrapper(first(worker));
    runner = engine(profiles(4));

    rounds(2);

    assertThat(machine.log())
        .containsExactly(
            "start " + first(worker), "KILL " + first(worker), "start " + second(worker));
  }

  @Test
  void anEngineThatWasKilledBetweenItsClaimAndTheStartLosesNothing() {
    Worker worker = spawned(storage, "x", NOON);
    storage.workerQueue().claim(profiles(4).capacity(), new ClaudeSessionId("a"), NOON);

    rounds(2);

    assertThat(outcome(worker, 1)).isEqualTo(AttemptOutcome.RECLAIMED);
    assertThat(machine.log()).containsExactly("revoke " + first(worker), "start " + second(worker));
  }

  @Test
  void whatIsAboutToBeginIsWaitedFor() {
    Worker worker = begun("x");
    machine.hold(first(worker));

    rounds(100);

    assertThat(status(worker)).isEqualTo(WorkerStatus.RUNNING);
    assertThat(machine.log()).containsExactly("start " + first(worker));
  }

  @Test
  void oneThatTakesTooLongIsAskedToEndThenKilled() {
    Worker worker = spawned(storage, order("x").within(Duration.ofSeconds(30)), NOON);
    runner.run();
    machine.deafen(first(worker));
    passing(Duration.ofSeconds(29));
    List<String> early = machine.log();
    passing(Duration.ofSeconds(10));
    List<String> asked = machine.log();

    passing(Duration.ofSeconds(2));

    assertThat(early).containsExactly("start " + first(worker));
    assertThat(asked).containsExactly("start " + first(worker), "ASK " + first(worker));
    assertThat(machine.log()).endsWith("KILL " + first(worker));
    assertThat(outcome(worker, 1)).isEqualTo(AttemptOutcome.TIMED_OUT);
    assertThat(status(worker)).isEqualTo(WorkerStatus.FAILED);
  }

  @Test
  void aClockThatIsSetMakesNothingTooOld() {
    Worker worker = spawned(storage, order("x").within(Duration.ofHours(1)), NOON);
    runner.run();

    machine.setClock(NOON.plus(Duration.ofDays(400)));
    rounds(2);
    machine.setClock(NOON.minus(Duration.ofDays(400)));
    rounds(2);

    assertThat(machine.log()).containsExactly("start " + first(worker));
  }

  @Test
  void aMachineThatSleepsUsesUpNobodysTime() {
    Worker worker = spawned(storage, order("x").within(Duration.ofMinutes(30)), NOON);
    runner.run();
    passing(Duration.ofMinutes(29));
    machine.sleep(Duration.ofHours(8));
    passing(Duration.ofSeconds(59));
    List<String> early = machine.log();

    passing(Duration.ofSeconds(2));

    assertThat(early).containsExactly("start " + first(worker));
    assertThat(machine.log()).endsWith("ASK " + first(worker));
  }

  @Test
  void aLongGapBetweenTwoRoundsCountsAsAShortOne() {
    Worker worker = spawned(storage, order("x").within(Duration.ofSeconds(30)), NOON);
    runner.run();
    machine.pass(Duration.ofHours(1));
    passing(Duration.ofSeconds(19));

    runner.run();

    assertThat(machine.log()).containsExactly("start " + first(worker));
  }

  @Test
  void oneThatAnEarlierEngineHasStartedIsAsOldAsItsProcess() {
    Worker worker = spawned(storage, order("x").within(Duration.ofMinutes(30)), NOON);
    runner.run();
    machine.pass(Duration.ofMinutes(20));
    runner = engine(profiles(4));
    passing(Duration.ofMinutes(9));
    List<String> early = machine.log();

    passing(Duration.ofMinutes(2));

    assertThat(early).containsExactly("start " + first(worker));
    assertThat(machine.log()).endsWith("ASK " + first(worker));
  }

  @Test
  void aProfilesTimeLimitHoldsForWorkersThatNameNone() {
    WorkerProfile short1 =
        new WorkerProfile(ANY_PROGRAM, ANY_PROGRAM, 4, Duration.ofSeconds(5), Set.of());
    Worker worker = spawned(storage, "x", NOON);
    runner = engine(new WorkerProfiles(4, Map.of(), short1));
    runner.run();

    passing(Duration.ofSeconds(6));

    assertThat(outcome(worker, 1)).isEqualTo(AttemptOutcome.TIMED_OUT);
  }

  @Test
  void oneThatIsCancelledIsAskedToEndAndNotTriedAgain() {
    Worker worker = spawned(storage, order("x").triedAtMost(5), NOON);
    runner.run();
    storage.workers().cancel(worker.id(), NOON);

    rounds(3);

    assertThat(machine.log()).containsExactly("start " + first(worker), "ASK " + first(worker));
    assertThat(outcome(worker, 1)).isEqualTo(AttemptOutcome.CANCELLED);
    assertThat(status(worker)).isEqualTo(WorkerStatus.FAILED);
  }

  @Test
  void aQuestionWaitsForItsAnswerWithWhichTheSessionIsResumed() {
    Worker worker = begun("x");
    String session = attempt(worker).claudeSession().value();
    machine.leaves(
        worker.workspacePath(),
        new Output(null, new Result(false, "", "Which one?", Usage.UNKNOWN), "", ""));
    machine.end(first(worker), 0);
    rounds(2);
    WorkerStatus asking = status(worker);
    Ping ping = storage.pings().list(PingFilter.ALL, Page.FIRST).items().getFirst();
    storage.pings().answer(ping.id(), new Answer("The red one."), NOON);

    rounds(1);

    Launch launch = machine.launch(second(worker));
    assertThat(asking).isEqualTo(WorkerStatus.PENDING);
    assertThat(launch.input()).isEqualTo("The red one.");
    assertThat(launch.command()).containsExactly("resume", session);
  }

  @Test
  void whatAProgramLeavesBehindIsEndedAfterAWhileAndNeverKeepsItsOutcome() {
    Worker worker = begun("x");
    machine.end(first(worker), new Look.Ended(0, Rest.SOME, Promise.NOTHING));

    rounds(1);
    WorkerStatus atOnce = status(worker);
    passing(Duration.ofSeconds(9));
    boolean isLeft = machine.isAnyLeft(first(worker));
    passing(Duration.ofSeconds(2));

    assertThat(atOnce).isEqualTo(WorkerStatus.COMPLETE);
    assertThat(isLeft).isTrue();
    assertThat(machine.all()).isEmpty();
    assertThat(machine.known()).isEmpty();
    assertThat(runner.isBusy()).isFalse();
  }

  @Test
  void whatRunsOfWhichTheStoreKnowsNothingIsEnded() {
    Worker worker = begun("x");
    machine.deafen(first(worker));
    storage.workerQueue().finish(first(worker), new AttemptEnd.Cancelled(), NOON);

    rounds(2);

    assertThat(machine.log()).endsWith("KILL " + first(worker));
    assertThat(machine.known()).isEmpty();
  }

  @Test
  void whatIsLeftOfAnAttemptThatIsOverIsEndedWhenAnEngineComes() {
    Worker worker = begun("x");
    storage.workerQueue().finish(first(worker), new AttemptEnd.Cancelled(), NOON);
    runner = engine(profiles(4));

    rounds(2);

    assertThat(machine.all()).isEmpty();
    assertThat(machine.known()).isEmpty();
  }

  @Test
  void aRoundInWhichNothingHappensAsksTheStoreForNothing() {
    begun("x");
    rounds(2);
    long version = storage.changes().version();

    rounds(1_000);

    assertThat(storage.changes().version()).isEqualTo(version);
    assertThat(machine.log()).hasSize(1);
  }

  @Test
  void oneWhoseTimeHasNotComeBeginsWhenItHas() {
    spawned(storage, order("x").after(NOON.plusSeconds(60)), NOON);
    passing(Duration.ofSeconds(59));
    List<String> early = machine.log();

    passing(Duration.ofSeconds(2));

    assertThat(early).isEmpty();
    assertThat(machine.log()).hasSize(1);
  }

  @Test
  void allAreEndedAndBeginAgainWithTheNextEngine() {
    Worker one = begun("1");
    Worker deaf = begun("2");
    machine.deafen(first(deaf));
    Worker done = begun("3");
    machine.end(first(done), 0);

    WorkerShutdown.Report report =
        new WorkerShutdown(storage.workerQueue(), machine, machine, machine::pass, machine).run();
    runner = engine(profiles(4));
    rounds(2);

    assertThat(report).isEqualTo(new WorkerShutdown.Report(2, 0));
    assertThat(outcome(one, 1)).isEqualTo(AttemptOutcome.RECLAIMED);
    assertThat(outcome(deaf, 1)).isEqualTo(AttemptOutcome.RECLAIMED);
    assertThat(status(one)).isEqualTo(WorkerStatus.RUNNING);
    assertThat(status(deaf)).isEqualTo(WorkerStatus.RUNNING);
    assertThat(status(done)).isEqualTo(WorkerStatus.COMPLETE);
    assertThat(machine.all())
        .extracting(WorkerProcess::attempt)
        .containsExactlyInAnyOrder(second(one), second(deaf));
  }

  @Test
  void oneThatComesToAGoodEndWhileAllAreEndedIsJudgedByTheNextEngine() {
    Worker done = begun("1");
    Worker interrupted = begun("2");
    machine.leaves(done.workspacePath(), new Output("the report", null, "", ""));
    machine.endWhenAsked(first(done), 0);
    machine.endWhenAsked(first(interrupted), 1);

    WorkerShutdown.Report report =
        new WorkerShutdown(storage.workerQueue(), machine, machine, machine::pass, machine).run();
    runner = engine(profiles(4));
    rounds(2);

    assertThat(report).isEqualTo(new WorkerShutdown.Report(1, 0));
    assertThat(((Worker.State.Complete) now(done).state()).summary()).isEqualTo("the report");
    assertThat(outcome(interrupted, 1)).isEqualTo(AttemptOutcome.RECLAIMED);
    assertThat(status(interrupted)).isEqualTo(WorkerStatus.RUNNING);
  }

  @Test
  void oneThatCannotBeLookedAfterKeepsNoOtherFromIt() {
    Worker broken = begun("1");
    Worker other = begun("2");
    machine.hide(first(broken));
    machine.end(first(other), 0);

    assertThatThrownBy(runner::run).isInstanceOf(StorageUnavailable.class);

    assertThat(status(other)).isEqualTo(WorkerStatus.COMPLETE);
  }

  @Test
  void aRoundThatFailsLosesNoOutcome() {
    Worker worker = begun("x");
    machine.end(first(worker), 0);
    machine.failOnce();

    assertThatThrownBy(runner::run).isInstanceOf(StorageUnavailable.class);
    runner.run();

    assertThat(status(worker)).isEqualTo(WorkerStatus.COMPLETE);
  }

  private WorkerRunner engine(WorkerProfiles profiles) {
    return engine(profiles, HOME);
  }

  private WorkerRunner engine(WorkerProfiles profiles, HomeFolder home) {
    return new WorkerRunner(
        storage,
        new WorkerRunner.Machine(machine, machine, machine),
        new WorkerRunner.Setting(profiles, home, () -> {}),
        machine,
        new Random(7));
  }

  private static WorkerProfiles profiles(int parallel) {
    CommandTemplate resume = new CommandTemplate(List.of("resume", "{session_id}"));
    return new WorkerProfiles(
        parallel, Map.of(), new WorkerProfile(ANY_PROGRAM, resume, parallel, null, Set.of()));
  }

  private static WorkerProfiles profiles(CommandTemplate command) {
    return new WorkerProfiles(4, Map.of(), new WorkerProfile(command, command, 4, null, Set.of()));
  }

  private Worker begun(String instructions) {
    Worker worker = spawned(storage, instructions, NOON);
    runner.run();
    return worker;
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      runner.run();
    }
  }

  /** Rounds while time passes, four a second. */
  private void passing(Duration length) {
    for (long quarter = 0; quarter < length.toSeconds() * 4; quarter++) {
      machine.pass(Duration.ofMillis(250));
      runner.run();
    }
  }

  private Worker now(Worker worker) {
    return storage.workers().find(worker.id()).orElseThrow();
  }

  private WorkerStatus status(Worker worker) {
    return now(worker).status();
  }

  private Attempt attempt(Worker worker) {
    return storage.workerQueue().attempts(worker.id(), new Limit(1)).getFirst();
  }

  private AttemptOutcome outcome(Worker worker, int number) {
    Attempt.State state =
        storage
            .workerQueue()
            .attempts(worker.id(), Limit.DEFAULT)
            .reversed()
            .get(number - 1)
            .state();
    return ((Attempt.State.Ended) state).outcome();
  }

  private static AttemptId first(Worker worker) {
    return new AttemptId(worker.id(), 1);
  }

  private static AttemptId second(Worker worker) {
    return new AttemptId(worker.id(), 2);
  }

  private List<Notification> notices() {
    return storage
        .notifications()
        .list(new NotificationFilter(CHIEF, Progress.ANY), Page.FIRST)
        .items();
  }
}
