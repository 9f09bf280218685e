package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.persistence.SideFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store are deleted or replaced under an engine that serves it, as by a clean-up, a
 * sync program or a restore in the wrong place: goal R11. What it writes from then on nobody would
 * find, and neither SQLite nor a check of the file notices.
 */
final class LostFiles implements Experiment {

  /** What happens to which file. */
  private enum Loss {
    LOG_DELETED(SideFile.LOG),
    LOG_REPLACED(SideFile.LOG),
    FILE_REPLACED(null),
    INDEX_DELETED(SideFile.INDEX),
    INDEX_REPLACED(SideFile.INDEX),
    FILE_DELETED(null);

    /** Null for the database itself. */
    private final @Nullable SideFile side;

    Loss(@Nullable SideFile side) {
      this.side = side;
    }

    void inflict(Path database) throws IOException {
      Path file = side == null ? database : side.of(database);
      switch (this) {
        case LOG_DELETED, INDEX_DELETED, FILE_DELETED -> Files.delete(file);
        case LOG_REPLACED, INDEX_REPLACED, FILE_REPLACED -> {
          Path copy = Files.copy(file, database.resolveSibling("copy"));
          Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }

    /** Whether what was committed before is lost with it. */
    boolean takesCommits() {
      return side != SideFile.INDEX;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether somebody writes at that time, or the engine has to look by itself. */
  private enum Custom {
    IDLE,
    WRITING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Duration PROMISED = Duration.ofSeconds(1);

  /** Then it does not notice at all. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int WRITES_BEFORE = 3;
  private static final int CREATED = 201;
  private static final long BETWEEN_LOOKS = 2_000_000;

  /** What the engine logs of its watch. */
  private static final String NOTICED = "a round of store-files failed";

  private final Path distribution;

  LostFiles(Path distribution) {
    this.distribution = distribution;
  }

  @Override
  public String name() {
    return "lost-files";
  }

  @Override
  public String invariant() {
    return "file, log or index deleted or replaced under an engine: noticed within 1 s, nothing is"
        + " acknowledged from then on, and what is left is sound";
  }

  @Override
  public Optional<String> lacking() {
    return Files.isDirectory(Path.of("/proc/self/fd"))
        ? Optional.empty()
        : Optional.of("without /proc nobody can tell a replaced file");
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    Trials trials = new Trials();
    Path blank = ScratchEngine.project(distribution, scratch.resolve("blank"));
    int kinds = Loss.values().length;
    for (long n = seed - 1; trials.count() < budget.most() && !budget.isOver(); n++) {
      Loss loss = Loss.values()[(int) Math.floorMod(n, (long) kinds)];
      Custom custom = Custom.values()[(int) Math.floorMod(n / kinds + n, 2L)];
      Path project = Folders.copied(blank, scratch.resolve("project-" + n));
      lose(loss, custom, project, trials);
      Folders.delete(project);
    }
    return trials;
  }

  private void lose(Loss loss, Custom custom, Path project, Trials trials) {
    Path file = HomeFolder.of(project).database();
    List<String> broken = new ArrayList<>();
    Duration taken = LIMIT;
    int acknowledged;
    try (ScratchEngine engine = ScratchEngine.serving(distribution, project, Map.of())) {
      for (acknowledged = 0; acknowledged < WRITES_BEFORE; acknowledged++) {
        if (engine.store() != CREATED) {
          throw new StorageUnavailable("the scratch engine stores nothing");
        }
      }
      loss.inflict(file);
      long begin = System.nanoTime();
      boolean isNoticed = false;
      while (!isNoticed && taken.compareTo(LIMIT) <= 0) {
        if (custom == Custom.WRITING && engine.store() == CREATED) {
          acknowledged++;
        } else if (custom == Custom.WRITING || engine.hasLogged(NOTICED)) {
          isNoticed = true;
        }
        taken = Duration.ofNanos(System.nanoTime() - begin);
        LockSupport.parkNanos(BETWEEN_LOOKS);
      }
      broken.addAll(flaws(loss, engine, taken, acknowledged - WRITES_BEFORE));
    } catch (IOException failure) {
      throw new StorageUnavailable("the scratch store cannot be changed", failure);
    }
    broken.addAll(remains(loss, file, acknowledged));
    trials.longest("noticed after", taken);
    trials.add("%s, %s".formatted(loss, custom), loss.toString(), broken);
  }

  private static List<String> flaws(Loss loss, ScratchEngine engine, Duration taken, int since) {
    List<String> broken = new ArrayList<>();
    if (taken.compareTo(PROMISED) > 0) {
      broken.add("noticed after %d ms only".formatted(taken.toMillis()));
    }
    if (loss.side == SideFile.LOG && since > 0) {
      broken.add("%d writes acknowledged into a log that nobody finds".formatted(since));
    }
    if (engine.store() == CREATED) {
      broken.add("a write acknowledged after it was noticed");
    }
    if (engine.isReady()) {
      broken.add("it says that it is ready after it was noticed");
    }
    int exitCode = engine.end();
    if (exitCode != 0) {
      broken.add("it ended with exit code " + exitCode);
    }
    return broken;
  }

  /** What is there afterwards is sound, and has all that the loss has not taken along. */
  private static List<String> remains(Loss loss, Path file, int acknowledged) {
    if (loss == Loss.FILE_DELETED) {
      return List.of();
    }
    List<String> broken = new ArrayList<>();
    try (Scene scene = new Scene(file.resolveSibling(""), 0)) {
      scene.storage().probe();
      int stored = Work.pings(scene);
      if (!loss.takesCommits() && stored < acknowledged) {
        broken.add("%d writes acknowledged, %d stored".formatted(acknowledged, stored));
      }
    } catch (EngineException failure) {
      broken.add("the store cannot be used any more: " + failure.getMessage());
    }
    broken.addAll(new Looks().at(file).problems());
    return broken;
  }
}
