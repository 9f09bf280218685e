package dev.engine.domain.host;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkerId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine whose programs do what a test says. It outlives the runners that start something on it,
 * as a real one does.
 */
public final class SimulatedPrograms
    implements WorkerPrograms, WorkerProcesses, WorkerOutputs, WakingTime, InstantSource {

  private final Map<AttemptId, Run> runs = new LinkedHashMap<>();
  private final Map<Path, Output> outputs = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private Instant now;
  private Duration upTime = Duration.ZERO;
  private Duration awake = Duration.ZERO;
  private final Map<WorkerId, Starting> obstacles = new HashMap<>();
  private @Nullable Starting obstacle;
  private boolean isToFail;

  public SimulatedPrograms(Instant now) {
    this.now = now;
  }

  /** How a program takes a request to end. */
  private enum Manners {
    OBEDIENT,
    DEAF,
    /** It is killed only when time passes. */
    LINGERING
  }

  private static final class Run {
    private final Launch launch;
    private final Duration startedAt;
    private final ProcessIdentity wrapper;
    private Look state;
    private Manners manners = Manners.OBEDIENT;
    private int exitWhenAsked = 143;
    private boolean isAnyLeft;
    private boolean isHidden;
    private boolean isAttended;
    private boolean isDying;

    private Run(Launch launch, Duration startedAt, ProcessIdentity wrapper) {
      this.launch = launch;
      this.startedAt = startedAt;
      this.wrapper = wrapper;
      this.state = new Look.Runs(wrapper, Duration.ZERO);
    }
  }

  /** Time passes, for processes and by the clock. */
  public void pass(Duration length) {
    now = now.plus(length);
    upTime = upTime.plus(length);
    awake = awake.plus(length);
    runs.values().stream().filter(run -> run.isDying).forEach(SimulatedPrograms::kill);
  }

  /** The machine is suspended, and wakes up later; the kernel counts that as age. */
  public void sleep(Duration length) {
    now = now.plus(length);
    upTime = upTime.plus(length);
  }

  /** The clock is set; nothing gets older by that. */
  public void setClock(Instant time) {
    now = time;
  }

  /** From now on nothing can be started. */
  public void obstruct(Starting outcome) {
    obstacle = outcome;
  }

  /** From now on nothing of {@code worker} can be started. */
  public void obstruct(WorkerId worker, Starting outcome) {
    obstacles.put(worker, outcome);
  }

  /** From now on everything can be started. */
  public void mend() {
    obstacle = null;
    obstacles.clear();
  }

  public void end(AttemptId attempt, int exitCode) {
    end(attempt, new Look.Ended(exitCode, Rest.NONE, launch(attempt).promise()));
  }

  public void end(AttemptId attempt, Look.Ended ended) {
    run(attempt).state = ended;
    run(attempt).isAnyLeft = ended.rest() == Rest.SOME;
  }

  /** Its wrapper is killed; its program goes on. */
  public void killWrapper(AttemptId attempt) {
    run(attempt).state = new Look.Vanished();
    run(attempt).isAnyLeft = true;
  }

  /** All of it is killed. */
  public void kill(AttemptId attempt) {
    run(attempt).state = new Look.Vanished();
    run(attempt).isAnyLeft = false;
  }

  public void hold(AttemptId attempt) {
    run(attempt).state = new Look.Begins();
  }

  /** It was killed before it could begin. */
  public void killBeforeItBegins(AttemptId attempt) {
    run(attempt).state = new Look.NotBegun();
    run(attempt).isAnyLeft = false;
  }

  public void deafen(AttemptId attempt) {
    run(attempt).manners = Manners.DEAF;
  }

  /** It ends with {@code exitCode} once it is asked to. */
  public void endWhenAsked(AttemptId attempt, int exitCode) {
    run(attempt).exitWhenAsked = exitCode;
  }

  /** Once it is killed it is still there until time passes. */
  public void linger(AttemptId attempt) {
    run(attempt).manners = Manners.LINGERING;
  }

  public void leaves(Path workspace, Output output) {
    outputs.put(workspace, output);
  }

  /** What is written down of it cannot be read from now on. */
  public void hide(AttemptId attempt) {
    run(attempt).isHidden = true;
  }

  /** A terminal is below its process from now on. */
  public void attend(AttemptId attempt) {
    run(attempt).isAttended = true;
  }

  /** What is asked next fails. */
  public void failOnce() {
    isToFail = true;
  }

  public Launch launch(AttemptId attempt) {
    return run(attempt).launch;
  }

  /** What was started and signalled, in order. */
  public List<String> log() {
    return List.copyOf(log);
  }

  private Run run(AttemptId attempt) {
    return Objects.requireNonNull(runs.get(attempt), attempt::toString);
  }

  @Override
  public Starting start(Launch launch, Runnable bell) {
    Starting kept = obstacle == null ? obstacles.get(launch.attempt().worker()) : obstacle;
    if (kept != null) {
      log.add("refuse " + launch.attempt());
      return kept;
    }
    if (runs.containsKey(launch.attempt())) {
      throw new IllegalStateException("started twice: " + launch.attempt());
    }
    log.add("start " + launch.attempt());
    ProcessIdentity wrapper = new ProcessIdentity(1_000 + runs.size(), now);
    Run run = new Run(launch, upTime, wrapper);
    run.isAnyLeft = true;
    runs.put(launch.attempt(), run);
    return new Starting.Started(wrapper);
  }

  @Override
  public Look look(AttemptId attempt) {
    Run run = runs.get(attempt);
    if (run == null) {
      return new Look.NotBegun();
    }
    if (run.isHidden) {
      throw new StorageUnavailable("cannot read", new IllegalStateException("for a test"));
    }
    return run.state instanceof Look.Runs
        ? new Look.Runs(run.wrapper, upTime.minus(run.startedAt))
        : run.state;
  }

  @Override
  public Look revoke(AttemptId attempt) {
    log.add("revoke " + attempt);
    return look(attempt);
  }

  @Override
  public void signal(AttemptId attempt, Nudge nudge) {
    Run run = runs.get(attempt);
    if (run == null || !run.isAnyLeft) {
      return;
    }
    log.add(nudge + " " + attempt);
    if (nudge == Nudge.KILL && run.manners == Manners.LINGERING) {
      run.isDying = true;
    } else if (nudge == Nudge.KILL) {
      kill(run);
    } else if (run.manners == Manners.OBEDIENT) {
      end(run, run.exitWhenAsked);
    }
  }

  private static void kill(Run run) {
    end(run, 137);
  }

  private static void end(Run run, int exitCode) {
    run.isDying = false;
    run.isAnyLeft = false;
    if (run.state instanceof Look.Runs) {
      run.state = new Look.Ended(exitCode, Rest.NONE, run.launch.promise());
    }
  }

  @Override
  public boolean isAnyLeft(AttemptId attempt) {
    Run run = runs.get(attempt);
    return run != null && run.isAnyLeft;
  }

  @Override
  public void forget(AttemptId attempt) {
    runs.remove(attempt);
  }

  @Override
  public Set<AttemptId> known() {
    return Set.copyOf(runs.keySet());
  }

  @Override
  public List<WorkerProcess> all() {
    return runs.entrySet().stream()
        .filter(entry -> entry.getValue().isAnyLeft)
        .map(
            entry ->
                new WorkerProcess(
                    entry.getKey(),
                    entry.getValue().wrapper,
                    "claude",
                    5_000_000,
                    entry.getValue().isAttended))
        .toList();
  }

  @Override
  public void kill(WorkerProcess process) {
    run(process.attempt()).isAnyLeft = false;
  }

  @Override
  public Output read(Path workspace) {
    if (isToFail) {
      isToFail = false;
      throw new StorageUnavailable("locked", new IllegalStateException("for a test"));
    }
    return outputs.getOrDefault(workspace, Output.NOTHING);
  }

  @Override
  public Duration passed() {
    return awake;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
