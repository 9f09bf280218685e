package dev.engine.app.simulation;

import dev.engine.app.simulation.ModelWorker.Standing;
import dev.engine.domain.Storage;
import dev.engine.domain.host.WorkerOutputs.Output;
import dev.engine.domain.host.WorkerOutputs.Result;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Usage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the programs of workers do, and what is done to them. */
final class SimulatedWork {

  private final FleetHome home;
  private final Dice dice;
  private final FleetLog log;
  private final FleetModel model;
  private final Supplier<Storage> desk;

  /**
   * @param desk the store as the tools of a program open it now
   */
  SimulatedWork(FleetHome home, Dice dice, FleetLog log, FleetModel model, Supplier<Storage> desk) {
    this.home = home;
    this.dice = dice;
    this.log = log;
    this.model = model;
    this.desk = desk;
  }

  /** Something happens to one of them. */
  void act() {
    home.runs().beginning().forEach(this::begin);
    List<SimulatedRun> alive = home.runs().alive();
    if (alive.isEmpty()) {
      return;
    }
    SimulatedRun run = dice.anyOf(alive);
    int what = dice.below(26);
    if (run.isStopped() && what > 3) {
      return;
    }
    switch (what) {
      case 0 -> {
        log.tell("SIGKILL for all of %s".formatted(run));
        run.vanish(home.time().upTime());
      }
      case 1 -> {
        log.tell("SIGKILL for the wrapper of %s".formatted(run));
        run.loseWrapper();
      }
      case 2 -> {
        log.tell("SIGKILL for the program of %s".formatted(run));
        run.end(137, home.time().upTime());
      }
      case 3 -> {
        log.tell((run.isStopped() ? "SIGCONT for %s" : "SIGSTOP for %s").formatted(run));
        stopOrGoOn(run);
      }
      case 4 -> run.beDeaf();
      case 5, 24, 25 -> run.fork();
      case 6 -> report(run);
      case 7 -> askByTool(run);
      case 8 -> end(run, 0, new Result(false, "", "Which one?", Usage.UNKNOWN));
      case 9 -> end(run, 0, new Result(true, "overloaded", null, Usage.UNKNOWN));
      case 10 -> end(run, 0, null);
      case 11, 12 -> end(run, 1 + dice.below(3), null);
      default -> end(run, 0, new Result(false, "done", null, Usage.UNKNOWN));
    }
    home.runs().settle();
  }

  /** Each that is there comes to a good end. */
  void finishAll() {
    home.runs().beginning().forEach(SimulatedRun::begin);
    for (SimulatedRun run : home.runs().alive()) {
      run.goOn();
      end(run, 0, new Result(false, "done", null, Usage.UNKNOWN));
    }
    home.runs().settle();
  }

  private void begin(SimulatedRun run) {
    if (dice.isOneIn(2)) {
      run.begin();
    }
  }

  private static void stopOrGoOn(SimulatedRun run) {
    if (run.isStopped()) {
      run.goOn();
    } else {
      run.stop();
    }
  }

  private void end(SimulatedRun run, int exitCode, @Nullable Result result) {
    log.tell("%s ends with %d and %s".formatted(run, exitCode, result));
    home.runs().leave(run, new Output(null, result, "", ""));
    run.end(exitCode, home.time().upTime());
  }

  private void report(SimulatedRun run) {
    store()
        .workers()
        .report(run.attempt().worker(), new StatusText("at step " + dice.below(100)), now());
  }

  private void askByTool(SimulatedRun run) {
    ModelWorker worker = model.workers().find(run.attempt().worker());
    boolean isItsTurn =
        worker != null
            && worker.standing() == Standing.RUNNING
            && WorkerModel.attempt(worker).equals(run.attempt());
    if (isItsTurn) {
      log.tell("%s asks".formatted(run));
      store().workers().ask(run.attempt().worker(), "Which one?", now());
    }
  }

  private Storage store() {
    return desk.get().as(Actor.MCP);
  }

  private Instant now() {
    return home.time().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
