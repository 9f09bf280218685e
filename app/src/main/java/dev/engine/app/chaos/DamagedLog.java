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
 * flipped, its parts swapped or of another time; now and then an index lies there that does not
 * belong to it. Whole transactions may then be lost from its end, as if the machine had died
 * earlier; never a part of one.
 *
 * <p>Each damaged store is opened and written to by the product's own ways, and closed, which
 * copies what is good of the log into the file. Of files that are the same to the byte one is
 * looked into.
 */
final class DamagedLog implements Experiment {

  /** So many damages are drawn before the next log is written. */
  private static final int PER_LOG = 1_000;

  /** As much as SQLite begins with. */
  private static final int INDEX_BYTES = 32 << 10;

  /** A store with its log, and the folder in which it is laid. */
  private record Patient(Rehearsal rehearsal, DeadStore store, Path folder) {}

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
    // What a disk makes of it is no question here, so none has to be waited for.
    try (MemoryFolder memory = MemoryFolder.insteadOf(scratch)) {
      Blank blank = new Blank(memory.path());
      Crew.share(
          Math.ceilDiv(budget.most(), PER_LOG),
          budget,
          round -> {
            Path folder = Folders.made(memory.path().resolve("seed-" + (seed + round)));
            Patient patient = patient(seed + round, folder, blank);
            int last = (int) Math.min(PER_LOG, budget.most() - (long) round * PER_LOG);
            for (int number = 0; number < last && !budget.isOver(); number++) {
              open(patient, number, trials);
            }
            Folders.delete(folder);
          });
    }
    return trials;
  }

  private static Patient patient(long seed, Path folder, Blank blank) {
    Scenario scenario = seed % 2 == 0 ? Scenario.TELLING : Scenario.WORK;
    Rehearsal rehearsal = Rehearsal.of(scenario, seed, folder, blank);
    DeadStore store = DeadStore.of(rehearsal, folder.resolve("dead"));
    return new Patient(rehearsal, store, Folders.made(folder.resolve("damaged")));
  }

  private static void open(Patient patient, int number, Trials trials) {
    Rehearsal rehearsal = patient.rehearsal();
    SplittableRandom random = new SplittableRandom(rehearsal.seed() * PER_LOG + number);
    Damage[] kinds = Damage.values();
    Damage damage = kinds[random.nextInt(kinds.length)];
    byte[] log = damage.of(patient.store().log(), random);
    patient.store().lay(patient.folder(), log, index(random));
    trials.add(
        "%s, seed %d, damage %d: %s"
            .formatted(rehearsal.scenario(), rehearsal.seed(), number, damage),
        damage.toString(),
        look(patient));
  }

  /** As a rule none; else it is of another store, or nonsense. */
  private static byte[] index(SplittableRandom random) {
    byte[] index = new byte[random.nextInt(4) == 0 ? INDEX_BYTES : 0];
    random.nextBytes(index);
    return index;
  }

  private static List<String> look(Patient patient) {
    Path folder = patient.folder();
    try {
      try (Scene scene = new Scene(folder, patient.rehearsal().seed())) {
        scene.storage().probe(); // writes, as the next start would
      }
      Looks.Look found = patient.rehearsal().looks().at(Scene.file(folder));
      return broken(patient, found);
    } catch (EngineException failure) {
      return List.of("the store cannot be opened any more: " + failure.getMessage());
    }
  }

  private static List<String> broken(Patient patient, Looks.Look found) {
    List<String> broken = new ArrayList<>(found.problems());
    List<Map<String, String>> moments = patient.rehearsal().contents();
    if (moments.lastIndexOf(found.contents()) < patient.store().flushed()) {
      broken.add("the store is as it never was, or as it was before the log began");
    }
    return broken;
  }
}
