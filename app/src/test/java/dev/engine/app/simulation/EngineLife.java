package dev.engine.app.simulation;

import dev.engine.domain.Storage;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.Backups;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.host.WorkerOutputs;
import dev.engine.domain.host.WorkerPrograms;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.mission.Timetables;
import dev.engine.domain.serving.InstanceLock;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.persistence.Serving;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteDatabase.Checkpoint;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.BackupCare;
import dev.engine.services.calendar.SlotCalendar;
import dev.engine.services.loop.BackupUpkeep;
import dev.engine.services.loop.Liveness;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import dev.engine.services.loop.MissionClock;
import dev.engine.services.loop.Retention;
import dev.engine.services.loop.Settlement;
import dev.engine.services.worker.WorkerRunner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * One engine from its lock to its end: the loops of an engine that serves, each of which does a
 * round when it is told to.
 */
final class EngineLife {

  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What a round came to. */
  sealed interface Round {

    /** It was done from end to end, while nothing else happened. */
    record Whole() implements Round {}

    /** It was done, but others did something in its midst. */
    record Disturbed() implements Round {}

    record Failed(EngineException failure) implements Round {}

    /** The engine is no more. */
    record Died() implements Round {}
  }

  private final ProcessIdentity process;
  private final InstanceLock lock;
  private final SqliteStorage storage;
  private final EngineGate gate;
  private final Map<String, Loop.Work> loops;

  private EngineLife(
      ProcessIdentity process,
      InstanceLock lock,
      SqliteStorage storage,
      EngineGate gate,
      Map<String, Loop.Work> loops) {
    this.process = process;
    this.lock = lock;
    this.storage = storage;
    this.gate = gate;
    this.loops = loops;
  }

  /** An engine that has taken {@code lock} serves. */
  static EngineLife begin(
      ProcessIdentity process, InstanceLock lock, EngineGate gate, FleetHome home, Dice dice) {
    SqliteStorage storage =
        SqliteStorage.serve(home.file(), PATIENCE, dice.source(), Serving.standard(() -> 0));
    return new EngineLife(process, lock, storage, gate, loops(storage, gate, home, dice.source()));
  }

  private static Map<String, Loop.Work> loops(
      SqliteStorage storage, EngineGate gate, FleetHome home, SplittableRandom random) {
    Storage seen = Interposed.over(storage.as(Actor.ENGINE), gate);
    SqliteDatabase database = home.database();
    Map<String, Loop.Work> loops = new LinkedHashMap<>();
    loops.put("workers", runner(seen, gate, home, random));
    loops.put("missions", new MissionClock(seen, timetables(gate), home.outputs(), home.time()));
    loops.put("liveness", new Liveness(seen, home.host(), home.time()));
    loops.put("settlement", new Settlement(seen, home.time()));
    Backups backups = Interposed.over(Backups.class, home.watched(database.backups()), gate);
    loops.put(
        "backups",
        new BackupUpkeep(
            new BackupCare(backups, seen::backupLedger, home.time()), BackupPolicy.STANDARD));
    loops.put("checkpoint", () -> checkpoint(storage, database));
    loops.put(
        "retention",
        new Retention(
            seen,
            new Retention.Periods(
                Duration.ofDays(90),
                Duration.ofDays(7),
                Duration.ofDays(14),
                Duration.ofDays(1),
                Duration.ofDays(14)),
            home.time()));
    return loops;
  }

  private static WorkerRunner runner(
      Storage seen, EngineGate gate, FleetHome home, SplittableRandom random) {
    WorkerPrograms programs =
        Interposed.over(WorkerPrograms.class, home.runs().seenByOneProcess(), gate);
    WorkerOutputs outputs = home.runs();
    return new WorkerRunner(
        seen,
        new WorkerRunner.Machine(programs, outputs, home.time()::upTime),
        new WorkerRunner.Setting(FleetHome.PROFILES, home.folder(), () -> {}),
        home.time(),
        random);
  }

  /** It is asked inside the transaction that decides on slots. */
  private static Timetables timetables(EngineGate gate) {
    SlotCalendar calendar = new SlotCalendar();
    return (schedule, zone, anchor) -> {
      gate.crossInside("a decision on slots");
      return calendar.of(schedule, zone, anchor);
    };
  }

  private static Rest checkpoint(SqliteStorage storage, SqliteDatabase database) {
    storage.requireLog(); // or it would copy a log that is not its own into the file
    Checkpoint done = database.checkpoint(Duration.ZERO);
    return Objects.requireNonNull(done) == Checkpoint.EMPTIED ? Rest.NOTHING_LEFT : Rest.MORE_TO_DO;
  }

  ProcessIdentity process() {
    return process;
  }

  @Override
  public String toString() {
    return gate.toString();
  }

  /** Has the loop {@code name} do a round. */
  Round round(String name) {
    gate.plan();
    try {
      Objects.requireNonNull(loops.get(name), name).run();
    } catch (Killed end) {
      return new Round.Died();
    } catch (EngineException failure) {
      return new Round.Failed(failure);
    }
    return gate.wasDisturbed() ? new Round.Disturbed() : new Round.Whole();
  }

  void beFaultless() {
    gate.beFaultless();
  }

  boolean isDead() {
    return gate.isDead();
  }

  /** From now on it does nothing any more; what it had open is the system's to close. */
  void die() {
    gate.die();
  }

  /** Ends as an engine ends that is asked to. */
  void stop() {
    gate.die();
    storage.close();
    lock.close();
  }

  /** What the system does for a dead process: gives back what it had open. */
  void closeFiles() {
    storage.close();
  }
}
