package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.simulation.EngineLife.Round;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Progress;
import dev.engine.domain.install.HomeFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two engines that contend for one home, workers, missions, sessions, people and backups, over a
 * real file and on a clock of their own: goal R12. All that happens, when, and in whose midst, is
 * up to a seed. It fails as soon as the store holds what cannot have come of what has happened.
 */
final class FleetSimulation implements AutoCloseable {

  private static final int MOST_DEPTH = 2;
  private static final int MOST_LAST_ROUNDS = 200;

  private final FleetTime time = new FleetTime();
  private final FleetLog log = new FleetLog(time);
  private final Dice dice;
  private final FleetHome home;
  private final FleetStore store;
  private final FleetClients clients;
  private final FleetModel model;
  private final People people;
  private final SimulatedWork work;
  private final FleetEngines engines;
  private int depth;

  /**
   * @param project whose home has a new database
   */
  FleetSimulation(long seed, Path project) {
    dice = new Dice(new SplittableRandom(seed));
    SimulatedHost host = new SimulatedHost(time, dice.split());
    SimulatedRuns runs = new SimulatedRuns(host, time, dice.split(), log);
    home = new FleetHome(HomeFolder.of(project), time, host, runs, new Timeline());
    store = new FleetStore(home, dice.split(), log);
    clients = new FleetClients(time, host, dice.split(), log, store::open);
    model = new FleetModel(home, clients);
    people = new People(home, dice.split(), log, model, store::open);
    work = new SimulatedWork(home, dice.split(), log, model, store::open);
    engines = new FleetEngines(home, store, dice.split(), log, this::meanwhile);
  }

  /** Lets {@code steps} things happen, then lets everything come to an end. */
  void run(int steps) {
    engines.start();
    for (int step = 0; step < steps; step++) {
      next();
    }
    end();
  }

  /** What happened. */
  String log() {
    return log.toString();
  }

  /** What happened, and the journals of what {@code failure} names. */
  String report(Throwable failure) {
    return "%s\n%s\n".formatted(log, model.journalsNamedIn(String.valueOf(failure.getMessage())));
  }

  int notices() {
    return model.notices().count();
  }

  @Override
  public void close() {
    engines.killAll();
    store.close();
  }

  private void next() {
    log.next();
    act();
    read();
  }

  /** An engine stands still in the midst of a round, and everybody else goes on. */
  private void meanwhile() {
    read();
    if (depth >= MOST_DEPTH) {
      return;
    }
    depth++;
    for (int i = 1 + dice.below(6); i > 0; i--) {
      act();
      read();
    }
    depth--;
  }

  private void read() {
    model.read(store.open());
  }

  private void act() {
    home.runs().settle();
    switch (dice.below(60)) {
      case 0, 1, 2, 3 -> people.act();
      case 4, 5, 6, 7, 8, 9 -> people.act();
      case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 -> work.act();
      case 21, 22, 23, 24 -> clients.act(model);
      case 25, 26, 27 -> time.pass(dice.below(Duration.ofSeconds(5)));
      case 28, 29, 30 -> time.pass(dice.below(Duration.ofMinutes(10)));
      case 31 -> time.pass(dice.below(Duration.ofHours(8)));
      case 32 -> passLong();
      case 33 -> setClock();
      case 34, 35 -> engines.start();
      case 36 -> engines.toggle();
      case 37 -> rarely(8, this::reboot);
      case 38 -> rarely(2, this::backUp);
      case 39 -> rarely(2, this::restore);
      case 40 -> rarely(15, this::layOver);
      default -> round();
    }
  }

  private void rarely(int number, Runnable happening) {
    if (dice.isOneIn(number)) {
      happening.run();
    }
  }

  private void passLong() {
    Duration length = dice.below(Duration.ofDays(dice.isOneIn(4) ? 40 : 2));
    log.tell("%s pass".formatted(length));
    time.pass(length);
  }

  private void setClock() {
    int most = dice.isOneIn(2) ? 90 : 86_400;
    Duration by = Duration.ofSeconds(dice.below(2 * most) - most);
    log.tell("the clock is set by %s".formatted(by));
    time.set(by);
  }

  /** An engine does a round of one of its loops. */
  private void round() {
    engines.any().ifPresent(engine -> round(engine, engines.anyLoop()));
  }

  private Round round(EngineLife engine, String loop) {
    read();
    WorkerModel.Found found = model.workers().found();
    Instant begunAt = time.instant();
    log.tell("%s: a round of %s".formatted(engine, loop));
    Round round = engines.round(engine, loop);
    read();
    if (round instanceof Round.Whole && !engines.isFenced()) {
      switch (loop) {
        case "workers" -> model.workers().requireRoundDone(found, begunAt);
        case "missions" -> model.missions().requireRoundDone(store.open(), begunAt);
        default -> {} // what they do is seen in the journal
      }
    }
    return round;
  }

  private void reboot() {
    log.tell("the machine is started anew");
    engines.killAll();
    home.runs().reboot();
    home.host().reboot();
  }

  private void backUp() {
    Backup taken =
        home.watched(home.database().backups()).take(new BackupName("by_hand"), Progress.UNSEEN);
    log.tell("backup %s of %d".formatted(taken.fileName(), Timeline.head(taken)));
    assertThat(Timeline.head(taken)).isEqualTo(model.timeline().head());
  }

  private void restore() {
    List<Backup> all = store.goodBackups();
    if (all.isEmpty()) {
      return;
    }
    Backup backup = dice.anyOf(all);
    if (engines.isAnyUp() && !engines.isFenced()) {
      store.requireInUse(backup);
      log.tell("not restored, because it is in use: %s".formatted(backup.fileName()));
    }
    engines.killAll();
    log.tell("restore %s of %d".formatted(backup.fileName(), Timeline.head(backup)));
    store.restore(backup);
    goBackTo(backup);
  }

  /** Somebody moves the files away under an engine and lays a backup in their place. */
  private void layOver() {
    List<Backup> all = store.goodBackups();
    if (all.isEmpty() || !engines.isAnyUp()) {
      return;
    }
    Backup backup = dice.anyOf(all);
    log.tell("%s is laid over the files of a running engine".formatted(backup.fileName()));
    store.layOver(backup);
    goBackTo(backup);
    engines.fence();
  }

  private void goBackTo(Backup backup) {
    home.runs().forgetUnwritten();
    model.goBackTo(backup, store.open());
    clients.forgetTellingBut(model.timeline().events());
  }

  /** From here on all is well: whatever has begun comes to its end, and whoever is owed is told. */
  private void end() {
    log.tell("from here on all is well");
    engines.beFaultless();
    home.runs().beFaultless();
    EngineLife engine = engines.onlyOne();
    people.disableAll();
    read();
    for (int i = 0; !people.isQuiet(); i++) {
      assertThat(i).as("rounds until all workers are done").isLessThan(MOST_LAST_ROUNDS);
      people.answerAll();
      work.finishAll();
      time.pass(i < 20 ? Duration.ofMinutes(11) : Duration.ofHours(2));
      roundsOf(engine, "workers", "missions");
    }
    time.pass(Duration.ofMinutes(1));
    roundsOf(engine, "workers", "missions", "workers", "backups", "liveness");
    clients.killAll();
    roundsOf(engine, "liveness", "liveness", "settlement");
    tellAll();
    requireNothingLeft();
    model.checkAll(store.open());
    lastRestore();
  }

  private void roundsOf(EngineLife engine, String... loops) {
    for (String loop : loops) {
      assertThat(round(engine, loop)).isInstanceOf(Round.Whole.class);
    }
  }

  private void requireNothingLeft() {
    assertThat(home.runs().written()).as("written down").isEmpty();
    assertThat(home.runs().all()).as("processes").noneMatch(SimulatedRun::isAnyLeft);
    assertThat(store.liveSessions())
        .as("sessions whose clients are gone")
        .noneMatch(
            session ->
                session.client().process() != null
                    && home.host().isGone(session.client().process()));
  }

  private void tellAll() {
    for (int i = 0; !model.notices().waiting().isEmpty(); i++) {
      assertThat(i).as("listeners: %s", model.notices().waiting()).isLessThan(MOST_LAST_ROUNDS);
      listen(model.notices().waiting().getFirst());
    }
    clients.killAll();
    roundsOf(engines.onlyOne(), "liveness", "liveness");
  }

  private void listen(ConversationId conversation) {
    log.tell("somebody listens for %s".formatted(conversation));
    FleetClient listener = clients.start(model, conversation);
    listener.beFaultless();
    for (int i = 0; i < 3; i++) {
      time.pass(Duration.ofSeconds(40));
      listener.takeATurn(model);
    }
  }

  /** The newest backup leads back to its moment. */
  private void lastRestore() {
    engines.killAll();
    List<Backup> all = store.goodBackups();
    if (!all.isEmpty()) {
      Backup backup = dice.anyOf(all);
      store.restore(backup);
      goBackTo(backup);
    }
  }
}
