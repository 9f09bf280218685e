package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Workers that really run, below a shipped engine. */
final class WorkersIT {

  private static final String GATE =
      "touch begun; until [ -e go ]; do sleep 0.02; done; echo the gate was opened";

  /** A program that promises a result object. */
  private static final String STREAM =
      """
      [workers.profiles.review]
      command = ["/bin/bash", "{instructions_file}", "stream-json"]
      [workers.profiles.build]
      command = ["no-such-program-anywhere"]
      """;

  @TempDir private Path folder;

  @Test
  void threeWorkersOutliveAnEngineAndAClearedConversationAndEachOutcomeIsToldOnce()
      throws Exception {
    try (WorkerScene scene = WorkerScene.in(folder, WorkerScene.BASH)) {
      Client client = new Client(scene.project());
      Worker gate;
      Worker dependent;
      Worker shaky;
      try (ServingProcess engine = ServingProcess.start(scene.project())) {
        client.fire(15);
        ConversationId owner = new ConversationId(HookStore.of(scene.project()).conversation());
        gate = scene.spawn(GATE, owner, UnaryOperator.identity());
        dependent =
            scene.spawn("echo after the gate", owner, order -> order.dependingOn(gate.id()));
        shaky =
            scene.spawn(
                "[ -e second ] && exec echo well; touch second; echo no >&2; exit 3",
                owner,
                order -> order.triedAtMost(2));
        scene.awaitFile(gate, "begun");
        scene.await(shaky, worker -> worker.run().failedAttempts() == 1);
        engine.kill();
      }
      client.fire(2); // SessionEnd and SessionStart of /clear

      try (ServingProcess engine = ServingProcess.start(scene.project())) {
        scene.makeFile(gate, "go");
        List<Worker> ended =
            List.of(scene.awaitEnd(gate), scene.awaitEnd(dependent), scene.awaitEnd(shaky));
        List<String> told = client.fire(5);

        assertThat(ended)
            .extracting(worker -> ((State.Complete) worker.state()).summary())
            .containsExactly("the gate was opened", "after the gate", "well");
        assertThat(scene.attempts(gate)).hasSize(1);
        assertThat(scene.attempts(shaky))
            .extracting(WorkersIT::outcome)
            .containsExactly(AttemptOutcome.FAILED, AttemptOutcome.COMPLETE);
        for (Worker worker : ended) {
          String notice = "research worker %s is complete".formatted(worker.id());
          assertThat(String.join("", told)).containsOnlyOnce(notice);
        }
        assertThat(scene.processes()).isEmpty();
        assertThat(scene.home().workerRuns()).isEmptyDirectory();
        assertThat(engine.end()).isZero();
      }
    }
  }

  @Test
  void badInputIsARecordedFailureAndTheEngineGoesOn() throws Exception {
    try (WorkerScene scene = WorkerScene.in(folder, WorkerScene.BASH + STREAM)) {
      UnaryOperator<WorkOrder> plain = UnaryOperator.identity();
      Worker homeless = scene.spawn("echo never", null, plain);
      Files.createDirectories(scene.home().outputs());
      Files.createFile(homeless.workspacePath());
      try (ServingProcess engine = ServingProcess.start(scene.project())) {
        Worker missing = scene.spawn(Primitive.BUILD, "x", null, plain);
        Worker mute = scene.spawn(Primitive.REVIEW, "echo all is well", null, plain);
        Worker huge =
            scene.spawn(
                Primitive.REVIEW,
                "truncate -s 1G stdout.jsonl; echo; echo"
                    + " '{\"type\":\"result\",\"result\":\"big\"}'",
                null,
                plain);
        Worker stubborn =
            scene.spawn(
                Primitive.REVIEW,
                "echo '{\"type\":\"result\",\"is_error\":true,\"result\":\"cancelled\"}'",
                null,
                plain);
        Worker suicidal = scene.spawn("kill -KILL $$", null, plain);
        Worker thief = scene.spawn("ln -s /etc/passwd result.md; echo mine", null, plain);

        assertThat(reason(scene.awaitEnd(homeless))).contains(homeless.workspacePath().toString());
        assertThat(reason(scene.awaitEnd(mute)))
            .isEqualTo("it printed no result object; its last line: all is well");
        assertThat(summary(scene.awaitEnd(huge))).isEqualTo("big");
        assertThat(reason(scene.awaitEnd(stubborn))).isEqualTo("cancelled");
        assertThat(reason(scene.awaitEnd(suicidal))).isEqualTo("it was ended by signal 9");
        assertThat(summary(scene.awaitEnd(thief))).isEqualTo("mine");
        assertThat(errors(scene.attempts(missing))) // it is put off, for a program may come back
            .isNotEmpty()
            .containsOnly("command not found: no-such-program-anywhere");
        assertThat(engine.end()).isZero();
      }
    }
  }

  @Test
  void aTimeLimitAndAWishEndAWholeFamily() throws Exception {
    try (WorkerScene scene = WorkerScene.in(folder, WorkerScene.BASH);
        ServingProcess engine = ServingProcess.start(scene.project())) {
      String family = "sleep 600 & sleep 600 & touch begun; wait";
      Worker slow = scene.spawn(family, null, order -> order.within(Duration.ofSeconds(1)));
      Worker unwanted = scene.spawn(family, null, order -> order.triedAtMost(3));
      scene.awaitFile(unwanted, "begun");
      scene.storage().workers().cancel(unwanted.id(), Instant.now());

      scene.awaitEnd(slow);
      Worker cancelled = scene.awaitEnd(unwanted);

      assertThat(scene.attempts(slow))
          .extracting(WorkersIT::outcome)
          .containsExactly(AttemptOutcome.TIMED_OUT);
      assertThat(scene.attempts(unwanted))
          .extracting(WorkersIT::outcome)
          .containsExactly(AttemptOutcome.CANCELLED);
      assertThat(cancelled.state()).isInstanceOf(State.Cancelled.class);
      WorkerScene.await(() -> scene.processes().isEmpty(), () -> scene.processes().toString());
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void workersGoOnWithoutAnEngineUnlessTheyAreEndedWithIt() throws Exception {
    try (WorkerScene scene = WorkerScene.in(folder, WorkerScene.BASH)) {
      Worker gate;
      try (ServingProcess engine = ServingProcess.start(scene.project())) {
        gate = scene.spawn("setsid sleep 600 & " + GATE, null, UnaryOperator.identity());
        scene.awaitFile(gate, "begun");
        assertThat(engine.end()).isZero();
      }
      int left = scene.processes().size();

      Shipped.Result down = Shipped.engine(scene.project(), "down", "--workers");

      assertThat(left).isGreaterThanOrEqualTo(3);
      assertThat(down.out())
          .contains("No engine serves", "1 workers were ended; the next engine begins them again.");
      assertThat(down.exitCode()).isZero();
      assertThat(scene.processes()).isEmpty();
      assertThat(scene.now(gate).status()).isEqualTo(WorkerStatus.PENDING);
      assertThat(scene.attempts(gate))
          .extracting(WorkersIT::outcome)
          .containsExactly(AttemptOutcome.RECLAIMED);
    }
  }

  @Test
  void aLinkToTheProjectLeadsToTheSameWorkers() throws Exception {
    Path real = Files.createDirectory(folder.toRealPath().resolve("work"));
    String link = Files.createSymbolicLink(folder.resolve("link"), real).toString();
    try (WorkerScene scene = WorkerScene.in(real, WorkerScene.BASH)) {
      Worker ending;
      Worker staying;
      try (ServingProcess engine =
          ServingProcess.start(folder, Map.of(), "--project", link, "serve")) {
        Shipped.engine(folder, "--project", link, "worker", "spawn", "research", GATE);
        Shipped.engine(folder, "--project", link, "worker", "spawn", "build", GATE);
        List<Worker> all = scene.storage().workers().list(WorkerFilter.ALL, Page.FIRST).items();
        ending = all.getLast();
        staying = all.getFirst();
        all.forEach(worker -> scene.awaitFile(worker, "begun"));
        assertThat(engine.end()).isZero();
      }
      scene.makeFile(ending, "go");
      Path exit = scene.home().workerRuns().resolve(ending.id() + "-1").resolve("exit");
      WorkerScene.await(() -> Files.exists(exit), exit::toString);
      try (ServingProcess engine = ServingProcess.start(real)) {
        assertThat(summary(scene.awaitEnd(ending))).isEqualTo("the gate was opened");
        assertThat(engine.end()).isZero();
      }
      int seen = scene.processes().size();

      Shipped.Result down = Shipped.engine(real, "down", "--workers");

      assertThat(ending.workspacePath())
          .isEqualTo(scene.home().outputs().resolve(ending.id().value()));
      assertThat(seen).isGreaterThanOrEqualTo(2);
      assertThat(down.out()).contains("1 workers were ended");
      assertThat(scene.processes()).isEmpty();
      assertThat(scene.now(staying).status()).isEqualTo(WorkerStatus.PENDING);
    }
  }

  @Test
  void doctorNamesProcessesThatNoAttemptOwnsAndEndsThemWhenAsked() throws Exception {
    try (WorkerScene scene = WorkerScene.in(folder, WorkerScene.BASH)) {
      try (ServingProcess engine = ServingProcess.start(scene.project())) {
        String escape = // it is over only when its child has left its group
            """
            setsid bash -c 'echo >gone; exec sleep 600' &
            until [[ -e gone ]]; do sleep 0.01; done
            echo done
            """;
        Worker careless = scene.spawn(escape, null, UnaryOperator.identity());
        scene.awaitEnd(careless);
        assertThat(engine.end()).isZero();
      }

      Shipped.Result named = Shipped.engine(scene.project(), "doctor");
      int left = scene.processes().size();
      Shipped.Result fixed = Shipped.engine(scene.project(), "doctor", "--fix");

      assertThat(named.out())
          .contains("1 processes of workers whose attempt is over", " sleep (", " MiB)");
      assertThat(left).isOne();
      assertThat(fixed.out()).contains("0 processes of workers");
      assertThat(scene.processes()).isEmpty();
    }
  }

  @Test
  void theSessionOfAWorkersClientIsThatOfItsAttemptInTheBackground() throws Exception {
    try (WorkerScene scene = WorkerScene.in(folder, WorkerScene.BASH);
        ServingProcess engine = ServingProcess.start(scene.project())) {
      Path program = Shipped.DISTRIBUTION.resolve("bin/engine-hook");
      String script =
          """
          echo '{"hook_event_name":"SessionStart","source":"startup","session_id":"'$1'"}' |
            %s --home "$ENGINE_HOME" SessionStart
          """
              .formatted(program);
      Worker worker = scene.spawn(script, null, UnaryOperator.identity());
      scene.awaitEnd(worker);

      List<Session> sessions =
          scene.storage().sessionViews().list(SessionFilter.ALL, Page.FIRST).items();

      assertThat(sessions).hasSize(1);
      assertThat(sessions.getFirst().claudeId())
          .isEqualTo(scene.attempts(worker).getFirst().claudeSession());
      assertThat(sessions.getFirst().assignment().mode()).isEqualTo(Mode.BACKGROUND);
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void aWrongSettingIsToldAtTheStartByTheNameOfItsKey() throws Exception {
    Map<String, String> wrong =
        Map.of(
            "[workers]\nmax_paralel = 3\n",
            "key in workers must be one of max_parallel, timeout_seconds, profiles, got"
                + " \"max_paralel\"",
            "[workers.profiles.default]\ncommand = [\"claude\", \"{sesion_id}\"]\n",
            "placeholder in workers.profiles.default.command must be one of {session_id},",
            "[workers.profiles.build]\ncommand = []\n",
            "workers.profiles.build.command must be a program",
            "[htpp]\nport = 8080\n",
            "setting must be one that there is, such as http.port, got \"htpp\"");
    Path project = Shipped.project(folder);
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      Files.writeString(project.resolve(".engine/config/engine.toml"), each.getKey());

      Shipped.Result result = Shipped.engine(project, "serve");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("ENG-1001", each.getValue());
    }
  }

  private static AttemptOutcome outcome(Attempt attempt) {
    return ((Attempt.State.Ended) attempt.state()).outcome();
  }

  private static List<String> errors(List<Attempt> attempts) {
    return attempts.stream()
        .map(Attempt::state)
        .filter(Attempt.State.Ended.class::isInstance)
        .map(ended -> String.valueOf(((Attempt.State.Ended) ended).error()))
        .toList();
  }

  private static String reason(Worker worker) {
    return String.valueOf(((State.Failed) worker.state()).reason());
  }

  private static String summary(Worker worker) {
    return String.valueOf(((State.Complete) worker.state()).summary());
  }

  /** Plays the recorded run of a client that is cleared, piece by piece. */
  private static final class Client {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> left =
        new ArrayList<>(Recording.lines("v2.1.330-compact-and-clear"));
    private final InstalledHooks hooks;
    private final Map<String, String> environment;

    Client(Path project) {
      this.hooks = InstalledHooks.of(project);
      this.environment =
          Map.of(
              "CLAUDE_PROJECT_DIR", project.toString(),
              "CLAUDE_PID", Long.toString(ProcessHandle.current().pid()));
    }

    /** Fires the next {@code count} events, and gives what their hooks told the model. */
    List<String> fire(int count) {
      List<String> told = new ArrayList<>();
      for (String payload : left.subList(0, count)) {
        String event = JSON.readTree(payload).path("hook_event_name").asString();
        for (InstalledHooks.Result result : hooks.fire(event, payload, environment)) {
          assertThat(result.stderr()).isEmpty();
          told.add(result.stdout());
        }
      }
      left.subList(0, count).clear();
      return told;
    }
  }
}
