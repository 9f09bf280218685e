package dev.engine.hooks;

import dev.engine.domain.Storage;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.journal.Actor;
import dev.engine.persistence.Serving;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The ways of a hook's event into one file, as {@code bin/engine-hook} takes them, with all that
 * can happen on them: an engine that is down, dies, or answers too late; a JVM that dies; a spool
 * that is emptied some time. What is lost on one way goes the next one, under the same id.
 */
final class SimulatedWays implements AutoCloseable {

  /** What the hook gives an engine. */
  private static final Duration ENGINE_LIMIT = Duration.ofMillis(1_500);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A process that ends where it stands. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private record Running(SqliteStorage storage, Meanwhile deliveries, HookDispatcher dispatcher) {}

  private final Path file;
  private final Spool spool;
  private final SimulatedClock clock;
  private final SplittableRandom random;
  private final Surroundings surroundings;
  private final SimulationLog log;
  private final List<SimulatedCall> stuck = new ArrayList<>();
  private final List<SimulatedCall> spooled = new ArrayList<>();
  private @Nullable Running engine;
  private boolean isFaultless;

  SimulatedWays(
      Path folder,
      SimulatedClock clock,
      SplittableRandom random,
      SimulatedMachine machine,
      SimulationLog log) {
    this.file = folder.resolve("system.db");
    this.spool = new Spool(folder.resolve("spool"));
    this.clock = clock;
    this.random = random;
    this.surroundings = machine.surroundings();
    this.log = log;
  }

  /** From now on everything works at once, as it does nearly always. */
  void beFaultless() {
    isFaultless = true;
    startEngine();
    deliverStuck();
    drain();
  }

  boolean isEngineUp() {
    return engine != null;
  }

  void startEngine() {
    if (engine == null) {
      SqliteStorage storage =
          SqliteStorage.serve(file, PATIENCE, random.split(), Serving.standard(() -> 0));
      engine = running(storage);
    }
  }

  /** What it was posted but has not begun with goes with it. */
  void killEngine() {
    if (engine != null) {
      engine.storage().close();
      engine = null;
      stuck.clear();
    }
  }

  /**
   * Has {@code call} handled.
   *
   * @return what the hook prints; empty if that is nothing
   */
  String fire(SimulatedCall call) {
    clock.pass(Duration.ofMillis(1 + random.nextInt(8)));
    Running up = engine;
    String said = up == null ? fallBack(call) : ask(up, call);
    clock.pass(Duration.ofMillis(random.nextInt(8)));
    return said;
  }

  /**
   * The engine goes on with what it was posted while it stood still. Whoever spooled it meanwhile
   * has started a drainer, which was faster.
   */
  void deliverStuck() {
    drain();
    List<SimulatedCall> waiting = List.copyOf(stuck);
    stuck.clear();
    Running up = engine;
    if (up != null) {
      waiting.forEach(call -> post(up, call));
    }
  }

  /** Somebody empties the spool: the engine, or a process that was started for it. */
  void drain() {
    if (!isFaultless && !spooled.isEmpty() && random.nextInt(20) == 0) {
      SimulatedCall again = spooled.get(random.nextInt(spooled.size()));
      log.tell("comes back with a power failure: " + again);
      spool.put(again.by(Door.SPOOL));
    }
    if (spool.isEmpty()) {
      return;
    }
    log.tell("the spool is emptied of " + spool.size());
    if (engine != null) {
      drain(engine);
    } else {
      try (SqliteStorage storage = open()) {
        drain(running(storage));
      }
    }
  }

  /** Whether the event of {@code call} waits in the spool. */
  boolean isSpooled(HookEventId call) {
    return spool.waiting().stream()
        .map(Spool::id)
        .anyMatch(waiting -> waiting.equals(Optional.of(call)));
  }

  @Override
  public void close() {
    killEngine();
  }

  private String ask(Running up, SimulatedCall call) {
    int fault = isFaultless ? 0 : random.nextInt(100);
    return switch (fault) {
      case 1, 2, 3 -> {
        log.tell("the engine stands still before it begins with " + call);
        stuck.add(call);
        yield timedOut(call);
      }
      case 4, 5, 6 -> {
        log.tell("the engine is slow between event and visit of " + call);
        List<String> said = new ArrayList<>();
        up.deliveries().beforeVisit(() -> said.add(timedOut(call)));
        String late = post(up, call);
        up.deliveries().beforeVisit(() -> {});
        yield said.isEmpty() ? late : said.getFirst(); // without a visit it was not slow
      }
      case 7, 8, 9 -> {
        log.tell("the engine's answer comes too late for " + call);
        post(up, call);
        yield timedOut(call);
      }
      case 10 -> killed(up, call, () -> {});
      case 11 -> killed(up, call, () -> up.deliveries().beforeVisit(SimulatedWays::kill));
      case 12, 13 -> killed(up, call, () -> up.deliveries().afterVisit(SimulatedWays::kill));
      default -> post(up, call);
    };
  }

  private String timedOut(SimulatedCall call) {
    clock.pass(ENGINE_LIMIT);
    return fallBack(call);
  }

  private String killed(Running up, SimulatedCall call, Runnable preparation) {
    log.tell("the engine is killed over " + call);
    preparation.run();
    try {
      if (random.nextBoolean()) {
        post(up, call);
      }
    } catch (Killed end) {
      log.tell("in the middle of it");
    }
    killEngine();
    return fallBack(call);
  }

  private String fallBack(SimulatedCall call) {
    int fault = isFaultless ? 0 : random.nextInt(20);
    if (!call.isOwedAnAnswer() || fault == 1) {
      return spool(call);
    }
    if (fault > 3) {
      return oneShot(call);
    }
    log.tell("the JVM is killed " + (fault == 2 ? "before" : "after") + " its visit for " + call);
    try (SqliteStorage storage = open()) {
      Running dying = running(storage);
      if (fault == 2) {
        dying.deliveries().beforeVisit(SimulatedWays::kill);
      } else {
        dying.deliveries().afterVisit(SimulatedWays::kill);
      }
      drain(dying);
      dying.dispatcher().handle(call.by(Door.ONE_SHOT));
    } catch (Killed end) {
      log.tell("in the middle of it");
    }
    return spool(call);
  }

  private String oneShot(SimulatedCall call) {
    log.tell("one-shot for " + call);
    HookMeans means = new HookMeans(clock, random.split(), length -> {});
    HookAnswer answer =
        new OneShotHook(file, spool, surroundings, means).handle(call.by(Door.ONE_SHOT));
    return said(answer);
  }

  private String spool(SimulatedCall call) {
    log.tell("spooled: " + call);
    spool.put(call.by(Door.SPOOL));
    spooled.add(call);
    if (random.nextInt(3) > 0) {
      drain();
    }
    return "";
  }

  private String post(Running up, SimulatedCall call) {
    EngineDoor door = new EngineDoor(up.dispatcher(), clock, random.split());
    return said(door.handle(call.posted()));
  }

  private static String said(HookAnswer answer) {
    if (!answer.stderr().isEmpty()) {
      throw new AssertionError("a hook complains: " + answer.stderr());
    }
    return answer.stdout();
  }

  private void drain(Running by) {
    new Drainer(spool, by.dispatcher(), clock, length -> {}).drain(clock.instant().plus(PATIENCE));
  }

  private Running running(SqliteStorage storage) {
    Storage asHook = storage.as(Actor.HOOK);
    Meanwhile deliveries = new Meanwhile(asHook.deliveries());
    HookPorts ports = HookPorts.of(storage).with(deliveries);
    return new Running(storage, deliveries, new HookDispatcher(ports, surroundings, clock));
  }

  private SqliteStorage open() {
    return SqliteStorage.open(file, PATIENCE, random.split());
  }

  private static void kill() {
    throw new Killed();
  }
}
