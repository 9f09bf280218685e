package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The write-ahead log of a store whose writer has died is damaged: cut off, zeroed, its bits
 * flipped, its parts swapped or of another time. Whole transactions may then be lost from its end,
 * as if the machine had died earlier; never a part of one.
 */
final class DamagedLog implements Experiment {

  /** So many damages are drawn before the next log is written. */
  private static final int PER_LOG = 500;

  private record Damaged(Rehearsal rehearsal, DeadStore store, int number) {}

  @Override
  public String name() {
    return "damaged-log";
  }

  @Override
  public String invariant() {
    return "a damaged log: of the commits in it the first are there and none in part, the file is"
        + " sound, and what was in the file before is never lost";
  }

  @Override
  public Optional<String> lacking() {
    return Optional.empty();
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    Trials trials = new Trials();
    for (long round = seed; trials.count() < budget.most() && !budget.isOver(); round++) {
      Path folder = Folders.made(scratch.resolve("seed-" + round));
      Scenario scenario = round % 2 == 0 ? Scenario.TELLING : Scenario.WORK;
      Rehearsal rehearsal = Rehearsal.of(scenario, round, folder);
      DeadStore store = DeadStore.of(rehearsal, folder.resolve("dead"));
      List<Damaged> tries = new ArrayList<>();
      for (int i = 0; i < Math.min(PER_LOG, budget.most() - trials.count()); i++) {
        tries.add(new Damaged(rehearsal, store, i));
      }
      Crew.share(tries, budget, damaged -> open(damaged, folder, trials));
      Folders.delete(folder);
    }
    return trials;
  }

  private static void open(Damaged damaged, Path folder, Trials trials) {
    Rehearsal rehearsal = damaged.rehearsal();
    SplittableRandom random = new SplittableRandom(rehearsal.seed() * PER_LOG + damaged.number());
    Damage[] kinds = Damage.values();
    Damage damage = kinds[random.nextInt(kinds.length)];
    byte[] log = damage.of(damaged.store().log(), random);
    Path stage = Folders.made(folder.resolve("damaged-" + damaged.number()));
    damaged.store().lay(stage, log);
    trials.add(
        "%s, seed %d, damage %d: %s"
            .formatted(rehearsal.scenario(), rehearsal.seed(), damaged.number(), damage),
        damage.toString(),
        look(rehearsal, damaged.store(), stage));
    Folders.delete(stage);
  }

  private static List<String> look(Rehearsal rehearsal, DeadStore store, Path stage) {
    List<String> broken = new ArrayList<>();
    try {
      try (Scene scene = new Scene(stage, rehearsal.seed())) {
        scene.storage().probe(); // writes, as the next start would
      }
      Map<String, String> found = Scene.database(stage).contents();
      if (rehearsal.contents().lastIndexOf(found) < store.flushed()) {
        broken.add("the store is as it never was, or as it was before the log began");
      }
      broken.addAll(Verdict.problems(Scene.file(stage)));
    } catch (EngineException failure) {
      broken.add("the store cannot be opened any more: " + failure.getMessage());
    }
    return broken;
  }
}
