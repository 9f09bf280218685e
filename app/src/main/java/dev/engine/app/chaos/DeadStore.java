package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.SqliteDatabase.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** A store as its writer's death has left it, with commits in its write-ahead log. */
final class DeadStore {

  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private final byte[] file;
  private final byte[] log;
  private final int flushed;

  private DeadStore(byte[] file, byte[] log, int flushed) {
    this.file = file;
    this.log = log;
    this.flushed = flushed;
  }

  /** Carries the script out, and copies the log into the file after one of its steps. */
  static DeadStore of(Rehearsal rehearsal, Path folder) {
    Path stage = rehearsal.stage(folder.resolve("live"));
    int steps = rehearsal.steps().size();
    int flushed = new SplittableRandom(rehearsal.seed()).nextInt(steps);
    Path dead = folder.resolve("dead");
    try (Scene scene = new Scene(stage, rehearsal.seed())) {
      for (int i = 0; i < steps; i++) {
        if (i == flushed && scene.database().checkpoint(AT_ONCE) != Checkpoint.EMPTIED) {
          throw new IllegalStateException("somebody uses " + stage);
        }
        rehearsal.steps().get(i).run(scene, i);
      }
      copyLive(stage, dead);
    }
    try {
      byte[] file = Files.readAllBytes(Scene.file(dead));
      return new DeadStore(file, Files.readAllBytes(Scene.log(dead)), flushed);
    } catch (IOException failure) {
      throw new StorageUnavailable("the copied store cannot be read", failure);
    }
  }

  /** The bytes of its log, to do with as one likes. */
  byte[] log() {
    return log.clone();
  }

  /** After how many steps the database without its log is. */
  int flushed() {
    return flushed;
  }

  /**
   * Lays it in {@code folder}, over what may be there, with {@code other} for its log.
   *
   * @param other empty for none
   * @param index bytes for the log's index, which nobody must trust; empty for none
   */
  void lay(Path folder, byte[] other, byte[] index) {
    try {
      Files.write(Scene.file(folder), file);
      put(Scene.log(folder), other);
      put(Scene.index(folder), index);
    } catch (IOException failure) {
      throw new StorageUnavailable("the scratch folder cannot be written", failure);
    }
  }

  private static void put(Path place, byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      Files.deleteIfExists(place);
    } else {
      Files.write(place, bytes);
    }
  }

  /** By another process: it is what that would find if this one died now. */
  private static void copyLive(Path stage, Path dead) {
    WriterRun copying = WriterRun.of(List.of("cp", "-R", stage.toString(), dead.toString()));
    if (copying.exitCode() != 0) {
      throw new StorageUnavailable("the scratch store cannot be copied: " + copying);
    }
  }
}
