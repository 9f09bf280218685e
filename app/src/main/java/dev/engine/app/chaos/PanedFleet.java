package dev.engine.app.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Spawning;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.host.HostLifeSigns;
import dev.engine.host.ProcProcesses;
import dev.engine.host.ProcessPrograms;
import dev.engine.host.TmuxPanes;
import dev.engine.host.worker.ProcWorkerPrograms;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.loop.Liveness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** An engine, a worker, and three sessions in panes of a tmux server, which is killed. */
final class PanedFleet implements AutoCloseable {

  /** Its client is the program in the pane, and dies with it. */
  private static final String IN_PANE = "in-pane";

  /** Its client sits in a pane and outlives it; a hook waits beside it. */
  private static final String BESIDE = "beside";

  /** It has told of its pane, and of no process: it is lost to who has seen its server before. */
  private static final String UNNUMBERED = "unnumbered";

  private static final String NEXT = "next";

  /** By then a session that is gone is to be known for lost; twice that, for a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final long BETWEEN_LOOKS = 20_000_000;
  private static final int CREATED = 201;

  /** What a hook ends with that wakes its session. */
  private static final int WOKEN = 2;

  private static final String SETTINGS =
      "[workers.profiles.default]\ncommand = [\"/bin/sh\", \"{instructions_file}\"]\n";

  private static final String WORK = "touch begun; until [ -e go ]; do sleep 0.02; done; echo done";

  private final Path distribution;
  private final TmuxGone.Search search;
  private final HomeFolder home;
  private final ScratchTmux tmux;
  private final ScratchEngine engine;
  private final SqliteStorage storage;
  private final ProcWorkerPrograms programs;
  private final Worker worker;
  private final Liveness liveness;
  private final List<Process> started = new ArrayList<>();
  private Duration lostAfter = Duration.ZERO;

  /**
   * @param project in which Engine is set up
   */
  PanedFleet(Path distribution, Path project, TmuxGone.Search search) {
    this.distribution = distribution;
    this.search = search;
    this.home = HomeFolder.of(project);
    write(home.settings(), SETTINGS);
    this.tmux = ScratchTmux.started(3);
    this.engine = serving(distribution, project);
    this.storage = SqliteStorage.open(home.database(), Scene.PATIENCE, new SplittableRandom());
    this.programs =
        new ProcWorkerPrograms(
            home, distribution.resolve("lib/worker-run.sh"), System.getenv(), new ProcProcesses());
    Task task = new Task(Primitive.RESEARCH, WORK, null, null);
    Spawning spawning =
        storage.as(Actor.CLI).workers().spawn(WorkOrder.of(task), home.outputs(), now());
    this.worker = ((Spawning.Spawned) spawning).worker();
    this.liveness =
        new Liveness(
            storage.as(Actor.ENGINE),
            new HostLifeSigns(new ProcProcesses(), new TmuxPanes(new ProcessPrograms())),
            PanedFleet::now);
  }

  private ScratchEngine serving(Path folder, Path project) {
    try {
      return ScratchEngine.serving(folder, project, tmux.environment());
    } catch (StorageUnavailable failure) {
      tmux.close(); // nobody else would
      throw failure;
    }
  }

  /** Returns when all are where they belong. */
  void settleIn() {
    List<ScratchTmux.Pane> panes = tmux.panes();
    Process outliving = run(Map.of(), List.of("sleep", "100000"));
    begin(IN_PANE, variables(panes.get(0), panes.get(0).pid()));
    begin(BESIDE, variables(panes.get(1), outliving.pid()));
    begin(UNNUMBERED, tmux.environment(panes.get(2)));
    await(() -> Files.exists(worker.workspacePath().resolve("begun")));
    if (search == TmuxGone.Search.AT_ONCE) {
      liveness.run();
    }
  }

  private void begin(String session, Map<String, String> environment) {
    for (String event : List.of("SessionStart", "UserPromptSubmit", "Stop")) {
      answer(hook(session, environment, event));
    }
  }

  private Map<String, String> variables(ScratchTmux.Pane pane, long client) {
    Map<String, String> variables = new HashMap<>(tmux.environment(pane));
    variables.put("CLAUDE_PID", Long.toString(client));
    return variables;
  }

  /** How long it took until the session in the pane was known for lost. */
  Duration lostAfter() {
    return lostAfter;
  }

  /** By a word to it, or by SIGKILL. */
  void killTmux(boolean isAsked) {
    Process waiting = hook(BESIDE, Map.of(), "--wait", "Stop");
    started.add(waiting);
    long pid = tmux.pid();
    if (isAsked) {
      tmux.end();
    } else {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  /** What does not hold from then on, in words. */
  List<String> flaws() {
    List<String> broken = new ArrayList<>();
    if (engine.store() != CREATED || !engine.isReady()) {
      broken.add("the engine does not go on");
    }
    Session inPane = session(IN_PANE);
    queue(inPane, "for the lost one");
    queue(session(BESIDE), "for the one that lives");
    if (!isLostInTime()) {
      broken.add("a session whose client is gone is not lost: " + session(IN_PANE));
    }
    Process waiting = started.getLast();
    String woken = answer(waiting);
    if (waiting.exitValue() != WOKEN || !woken.contains("for the one that lives")) {
      broken.add("the hook that waits has not woken its session: " + woken);
    }
    broken.addAll(toldOnce(inPane.conversation()));
    if (!session(BESIDE).isLive()) {
      broken.add("a session that nothing proves gone has ended: " + session(BESIDE));
    }
    if (search == TmuxGone.Search.AT_ONCE && session(UNNUMBERED).isLive()) {
      broken.add("a session whose server was seen and is gone is not lost: " + session(UNNUMBERED));
    }
    broken.addAll(workerFlaws());
    return broken;
  }

  private boolean isLostInTime() {
    long begin = System.nanoTime();
    if (search == TmuxGone.Search.AT_ONCE) {
      liveness.run();
      liveness.run();
    }
    boolean isLost = isReached(() -> !session(IN_PANE).isLive());
    lostAfter = Duration.ofNanos(System.nanoTime() - begin);
    return isLost;
  }

  /** The next session of a conversation is told what its last one was not, and then no more. */
  private List<String> toldOnce(ConversationId conversation) {
    Map<String, String> variables = Map.of("ENGINE_CONVERSATION_ID", conversation.value());
    String first = answer(hook(NEXT, variables, "SessionStart"));
    String second = answer(hook(NEXT, variables, "UserPromptSubmit"));
    return first.contains("for the lost one") && !second.contains("for the lost one")
        ? List.of()
        : List.of("not told once to the next session: '%s', then '%s'".formatted(first, second));
  }

  private List<String> workerFlaws() {
    write(worker.workspacePath().resolve("go"), "");
    isReached(() -> now(worker).isFinished());
    return now(worker).state() instanceof Worker.State.Complete
        ? List.of()
        : List.of("the worker has come to nothing: " + now(worker));
  }

  private Worker now(Worker seen) {
    return storage.workers().find(seen.id()).orElseThrow();
  }

  private Session session(String claudeId) {
    return storage.sessions().find(new ClaudeSessionId(claudeId)).orElseThrow();
  }

  private void queue(Session to, String title) {
    Notice notice =
        new Notice(to.conversation(), NotificationType.MESSAGE, to.id().value(), title, "");
    storage.notifications().queue(notice, now());
  }

  private Process hook(String session, Map<String, String> environment, String... words) {
    List<String> program = new ArrayList<>(List.of("bin/engine-hook", "--home"));
    program.add(home.project().resolve(".engine").toString());
    program.addAll(List.of(words));
    Process hook = ScratchEngine.ran(distribution, home.project(), environment, program);
    String payload =
        "{\"session_id\":\"%s\",\"hook_event_name\":\"%s\",\"source\":\"startup\"}"
            .formatted(session, words[words.length - 1]);
    try (OutputStream stdin = hook.getOutputStream()) {
      stdin.write(payload.getBytes(UTF_8));
      return hook;
    } catch (IOException failure) {
      throw new StorageUnavailable("a hook takes no event: " + failure.getMessage(), failure);
    }
  }

  private static String answer(Process hook) {
    try {
      String said = new String(hook.getInputStream().readAllBytes(), UTF_8);
      hook.waitFor();
      return said;
    } catch (IOException failure) {
      throw new StorageUnavailable("a hook does not answer: " + failure.getMessage(), failure);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("interrupted", asked);
    }
  }

  private Process run(Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      started.add(process);
      return process;
    } catch (IOException failure) {
      throw new StorageUnavailable("a client cannot be played", failure);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new StorageUnavailable("the scratch folder cannot be written", failure);
    }
  }

  private static void await(BooleanSupplier fact) {
    if (!isReached(fact)) {
      throw new StorageUnavailable("the scratch fleet does not come about");
    }
  }

  private static boolean isReached(BooleanSupplier fact) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!fact.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
    return true;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    engine.close();
    tmux.close();
    for (int round = 0; round < 20 && !programs.all().isEmpty(); round++) {
      programs.all().forEach(programs::kill);
    }
    storage.close();
  }
}
