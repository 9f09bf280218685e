package dev.engine.app.chaos;

import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A store as it may be found, and a script of use cases that is carried out in it. */
enum Scenario {
  /** Nothing is there yet. */
  FIRST_START("first start") {
    @Override
    void prepare(Path folder, long seed, Blank blank) {}

    @Override
    List<Step> steps(long seed) {
      return List.of(migrate(), Telling.register("one"));
    }
  },

  /** What hooks write. */
  TELLING("telling") {
    @Override
    void prepare(Path folder, long seed, Blank blank) {
      blank.fill(folder);
    }

    @Override
    List<Step> steps(long seed) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < rounds(seed); i++) {
        steps.addAll(Telling.whole("told-" + i));
      }
      return steps;
    }
  },

  /** What commands and a running engine write. */
  WORK("work") {
    @Override
    void prepare(Path folder, long seed, Blank blank) {
      registered(folder, seed, blank);
    }

    @Override
    List<Step> steps(long seed) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < rounds(seed); i++) {
        steps.addAll(Work.whole(OWNER));
      }
      return steps;
    }
  },

  /** Backups and checkpoints among writes. */
  CARE("care") {
    @Override
    void prepare(Path folder, long seed, Blank blank) {
      registered(folder, seed, blank);
    }

    @Override
    List<Step> steps(long seed) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < rounds(seed); i++) {
        steps.addAll(List.of(Work.ping(OWNER), backup(), Work.ping(OWNER), checkpoint()));
      }
      return steps;
    }
  },

  /** A database of an older Engine is brought up, and what was held back is released. */
  UPGRADE("upgrade") {
    @Override
    void prepare(Path folder, long seed, Blank blank) {
      Scene.database(folder).makeOld(new SplittableRandom(seed).nextInt(1, 200));
    }

    @Override
    List<Step> steps(long seed) {
      return List.of(migrate(), Telling.register("one"), release());
    }
  };

  private static final String OWNER = "owner";

  private static final MigrationNumber HELD = new MigrationNumber(29);

  /** Nobody else has the file open. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private final String title;

  Scenario(String title) {
    this.title = title;
  }

  /** Fills an empty folder, or leaves it so. */
  abstract void prepare(Path folder, long seed, Blank blank);

  /** What is done one after another; the same for the same seed. */
  abstract List<Step> steps(long seed);

  @Override
  public String toString() {
    return title;
  }

  private static int rounds(long seed) {
    return new SplittableRandom(seed).nextInt(1, 4);
  }

  private static void registered(Path folder, long seed, Blank blank) {
    blank.fill(folder);
    try (Scene scene = new Scene(folder, seed)) {
      Telling.register(OWNER).run(scene, -1);
    }
  }

  private static Step migrate() {
    return new Step("migrate", scene -> scene.database().keeper().migrate());
  }

  private static Step release() {
    return new Step("release", scene -> scene.database().keeper().release(HELD));
  }

  private static Step backup() {
    BackupName name = new BackupName("chaos");
    return new Step("backup", scene -> scene.database().backups().take(name, Progress.UNSEEN));
  }

  private static Step checkpoint() {
    return new Step("checkpoint", scene -> scene.database().checkpoint(AT_ONCE));
  }
}
