package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.simulation.EngineLife.Round;
import dev.engine.domain.serving.InMemoryInstanceLocks;
import dev.engine.domain.serving.Taking;
import dev.engine.domain.session.ProcessIdentity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engines of a home. Any number are started, and the lock lets one of them serve: one that
 * stands still keeps it, one that is dead does not.
 */
final class FleetEngines {

  private static final List<String> LOOPS =
      List.of(
          "workers",
          "workers",
          "workers",
          "workers",
          "workers",
          "workers",
          "workers",
          "workers",
          "missions",
          "missions",
          "missions",
          "missions",
          "missions",
          "liveness",
          "liveness",
          "liveness",
          "settlement",
          "settlement",
          "backups",
          "checkpoint",
          "retention");

  private final FleetHome home;
  private final FleetStore store;
  private final Dice dice;
  private final FleetLog log;
  private final Runnable meanwhile;
  private final InMemoryInstanceLocks locks = new InMemoryInstanceLocks();
  private @Nullable EngineLife serving;

  /** The one in the midst of whose round something else happens; it cannot do another. */
  private @Nullable EngineLife standingStill;

  private boolean isStopped;
  private boolean isFenced;
  private boolean hasNoticed;
  private boolean isFaultless;
  private int count;

  FleetEngines(FleetHome home, FleetStore store, Dice dice, FleetLog log, Runnable meanwhile) {
    this.home = home;
    this.store = store;
    this.dice = dice;
    this.log = log;
    this.meanwhile = meanwhile;
  }

  /** Somebody starts an engine, which serves if no other has the lock. */
  void start() {
    ProcessIdentity process = home.host().start();
    String name = "engine " + (char) ('A' + count % 26) + process.pid();
    switch (locks.take(home.folder(), process)) {
      case Taking.Taken taken -> {
        assertThat(serving).as("has the lock too").isNull();
        count++;
        log.tell("%s serves".formatted(name));
        EngineGate gate = new EngineGate(name, dice.split(), log, this::standStill);
        EngineLife life = EngineLife.begin(process, taken.lock(), gate, home, dice);
        if (isFaultless) {
          life.beFaultless();
        }
        serving = life;
        isStopped = false;
        isFenced = false;
      }
      case Taking.HeldBy held -> {
        assertThat(serving).as("has the lock, says it: %s", held).isNotNull();
        log.tell(
            "%s does not serve: process %d does".formatted(name, held.engine().process().pid()));
        home.host().kill(process);
      }
      case Taking.HeldByNewcomer newcomer -> throw new AssertionError(newcomer);
    }
  }

  private void standStill() {
    EngineLife before = standingStill;
    standingStill = serving;
    meanwhile.run();
    standingStill = before;
  }

  boolean isAnyUp() {
    return serving != null;
  }

  /** The one that can do a round now. */
  Optional<EngineLife> any() {
    return Optional.ofNullable(serving).filter(life -> life != standingStill && !isStopped);
  }

  String anyLoop() {
    return dice.anyOf(LOOPS);
  }

  /**
   * One that is fenced off fails where it writes. Only its first write may come as far as the files
   * that nobody will find again, and that one it does not acknowledge.
   */
  Round round(EngineLife engine, String loop) {
    boolean wasFenced = isFenced;
    long before = wasFenced ? store.headOfLost() : 0;
    Round round = engine.round(loop);
    switch (round) {
      case Round.Whole whole -> {}
      case Round.Disturbed disturbed -> {}
      case Round.Failed failed -> {
        log.tell("failed: %s".formatted(failed.failure()));
        if (!isFenced) {
          throw new AssertionError("a round of " + loop + " fails", failed.failure());
        }
      }
      case Round.Died died -> bury(engine);
    }
    if (isFenced) {
      home.runs().forgetUnwritten(); // also what it has forgotten of a past that is no more
    }
    if (wasFenced && isFenced && !(round instanceof Round.Died)) {
      assertThat(hasNoticed || round instanceof Round.Failed || store.headOfLost() == before)
          .as("a write was acknowledged that nobody will find")
          .isTrue();
      assertThat(!hasNoticed || store.headOfLost() == before)
          .as("it writes although it has noticed")
          .isTrue();
      hasNoticed |= round instanceof Round.Failed;
    }
    return round;
  }

  /** The files of the one that serves are not the store any more. */
  void fence() {
    isFenced = true;
    hasNoticed = false;
  }

  boolean isFenced() {
    return isFenced;
  }

  /** It is killed, ends, stops or goes on; or one starts. */
  void toggle() {
    EngineLife life = serving;
    if (life == null) {
      start();
      return;
    }
    switch (dice.below(5)) {
      case 0 -> end(life);
      case 1, 2 -> {
        isStopped = !isStopped;
        log.tell(isStopped ? "SIGSTOP for the engine" : "SIGCONT for the engine");
      }
      default -> killAll();
    }
  }

  private void end(EngineLife life) {
    if (life == standingStill) {
      return; // it ends when its round is done
    }
    log.tell("the engine ends");
    life.stop();
    home.host().kill(life.process());
    serving = null;
  }

  void killAll() {
    EngineLife life = serving;
    if (life != null) {
      log.tell("SIGKILL for the engine");
      life.die();
      bury(life);
    }
  }

  private void bury(EngineLife life) {
    home.host().kill(life.process());
    if (serving == life) {
      serving = null;
      locks.free(home.folder());
      store.buries(life);
    }
  }

  /** From now on nothing comes in the way of any of them. */
  void beFaultless() {
    isFaultless = true;
    if (isFenced) {
      killAll();
    }
    isStopped = false;
    if (serving != null) {
      serving.beFaultless();
    }
  }

  /** The one that serves; it is started if there is none. */
  EngineLife onlyOne() {
    if (serving == null) {
      start();
    }
    return any().orElseThrow();
  }
}
