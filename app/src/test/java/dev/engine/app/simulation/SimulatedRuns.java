package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.WorkerOutputs;
import dev.engine.domain.host.WorkerPrograms;
import dev.engine.domain.worker.AttemptId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All programs of workers on a machine. They know no engine: they outlive those that have started
 * them, and what is written down of them does, too. A signal takes a while, as a real one may.
 */
final class SimulatedRuns implements WorkerOutputs {

  private final SimulatedHost host;
  private final FleetTime time;
  private final Dice dice;
  private final FleetLog log;

  /** What is written down, which is what engines find. */
  private final Map<AttemptId, SimulatedRun> records = new LinkedHashMap<>();

  /** What is true, also of those that nothing is written down of any more. */
  private final Map<AttemptId, SimulatedRun> latest = new LinkedHashMap<>();

  private final Map<Path, Output> outputs = new LinkedHashMap<>();
  private boolean isPrompt;

  SimulatedRuns(SimulatedHost host, FleetTime time, Dice dice, FleetLog log) {
    this.host = host;
    this.time = time;
    this.dice = dice;
    this.log = log;
  }

  /** From now on signals come at once. */
  void beFaultless() {
    isPrompt = true;
  }

  /** The last program that was run for {@code attempt}. */
  Optional<SimulatedRun> truth(AttemptId attempt) {
    return Optional.ofNullable(latest.get(attempt));
  }

  Collection<SimulatedRun> all() {
    return latest.values();
  }

  List<SimulatedRun> written() {
    return List.copyOf(records.values());
  }

  /** Those whose programs are there. */
  List<SimulatedRun> alive() {
    return latest.values().stream().filter(SimulatedRun::isAlive).toList();
  }

  List<SimulatedRun> beginning() {
    return latest.values().stream()
        .filter(run -> run.phase() == SimulatedRun.Phase.BEGINS)
        .toList();
  }

  /** What a program says in its workspace. */
  void leave(SimulatedRun run, Output output) {
    run.leave(output);
    outputs.put(run.launch().workspace(), output);
  }

  /** What is under way comes to pass. */
  void settle() {
    latest.values().forEach(run -> run.settle(time.upTime()));
    latest.values().stream()
        .filter(run -> run.isOver() || run.phase() == SimulatedRun.Phase.VANISHED)
        .forEach(run -> host.kill(run.wrapper()));
  }

  /** A past is restored: nobody will hear of what came of those that nothing tells of. */
  void forgetUnwritten() {
    latest.keySet().retainAll(records.keySet());
  }

  void reboot() {
    latest.values().forEach(run -> run.vanish(time.upTime()));
  }

  @Override
  public Output read(Path workspace) {
    return outputs.getOrDefault(workspace, Output.NOTHING);
  }

  /** What one process sees of it and can do. */
  WorkerPrograms seenByOneProcess() {
    return new View();
  }

  private final class View implements WorkerPrograms {

    private final Set<AttemptId> children = new HashSet<>();

    @Override
    public Starting start(Launch launch, Runnable bell) {
      // A real one is refused then, and its worker has failed for nothing.
      assertThat(records.get(launch.attempt())).as("is written down already").isNull();
      latest.values().stream()
          .filter(run -> run.attempt().worker().equals(launch.attempt().worker()))
          .forEach(
              run ->
                  assertThat(run.isAlive())
                      .as("%s begins while %s", launch.attempt(), run)
                      .isFalse());
      SimulatedRun run = new SimulatedRun(launch, host.start(), time.upTime());
      log.tell("start %s, process %d".formatted(launch.attempt(), run.wrapper().pid()));
      outputs.remove(launch.workspace());
      records.put(launch.attempt(), run);
      latest.put(launch.attempt(), run);
      children.add(launch.attempt());
      if (isPrompt || !dice.isOneIn(4)) {
        run.begin();
      }
      return new Starting.Started(run.wrapper());
    }

    @Override
    public Look look(AttemptId attempt) {
      SimulatedRun run = records.get(attempt);
      if (run == null) {
        return new Look.NotBegun();
      }
      return switch (run.phase()) {
        case BEGINS -> children.contains(attempt) ? new Look.Begins() : new Look.NotBegun();
        case REVOKED -> new Look.NotBegun();
        case RUNS -> new Look.Runs(run.wrapper(), run.age(time.upTime()));
        case ENDED ->
            new Look.Ended(
                run.exitCode(), run.hasChildren() ? Rest.SOME : Rest.NONE, run.launch().promise());
        case VANISHED -> new Look.Vanished();
      };
    }

    @Override
    public Look revoke(AttemptId attempt) {
      SimulatedRun run = records.get(attempt);
      if (run != null) {
        run.revoke();
      }
      return look(attempt);
    }

    @Override
    public void signal(AttemptId attempt, Nudge nudge) {
      SimulatedRun run = records.get(attempt);
      if (run == null || !run.isAnyLeft()) {
        return;
      }
      log.tell("%s %s".formatted(nudge, run));
      switch (nudge) {
        case ASK -> run.ask(time.upTime());
        case KILL -> run.kill();
      }
      if (isPrompt || dice.isOneIn(6)) {
        settle();
      }
    }

    @Override
    public boolean isAnyLeft(AttemptId attempt) {
      SimulatedRun run = records.get(attempt);
      return run != null && run.isAnyLeft();
    }

    @Override
    public void forget(AttemptId attempt) {
      SimulatedRun run = records.remove(attempt);
      assertThat(run == null || !run.isAnyLeft()).as("forgotten: %s", run).isTrue();
    }

    @Override
    public Set<AttemptId> known() {
      return new LinkedHashSet<>(records.keySet());
    }
  }
}
