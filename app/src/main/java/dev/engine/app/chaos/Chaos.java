package dev.engine.app.chaos;

import dev.engine.cli.ChaosRun;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The experiments that a person can carry out on their own disk. */
public final class Chaos implements ChaosRun {

  /** None stops before its time is over. */
  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private final List<Experiment> experiments;

  /**
   * @param distribution the folder of the program whose JVMs are killed
   */
  public Chaos(Path distribution) {
    WriterJvm jvm = new WriterJvm(distribution);
    this.experiments =
        List.of(
            new RecordedDeaths(jvm),
            new KillPoints(jvm),
            new FailingCalls(jvm),
            new DamagedLog(),
            new LostFiles(distribution),
            new ManyWriters(jvm),
            new ClockJumps(distribution),
            new TmuxGone(distribution));
  }

  @Override
  public List<String> names() {
    return experiments.stream().map(Experiment::name).toList();
  }

  @Override
  public End carryOut(List<String> names, Wish wish, Consumer<Result> listener) {
    Path folder = made(wish.folder());
    try (Interruption interruption = Interruption.watched(folder)) {
      try {
        Duration each = wish.time().dividedBy(names.size());
        for (Experiment experiment : experiments) {
          if (names.contains(experiment.name())) {
            Result result = carryOut(experiment, wish.seed(), each, folder);
            if (interruption.hasCome()) {
              return End.INTERRUPTED; // what was tried last was ended by that, too
            }
            listener.accept(result);
          }
        }
        return End.REACHED;
      } catch (EngineException failure) {
        if (interruption.hasCome()) {
          return End.INTERRUPTED;
        }
        throw failure;
      } finally {
        Folders.delete(folder);
      }
    }
  }

  private static Result carryOut(Experiment experiment, long seed, Duration time, Path folder) {
    String lacking = experiment.lacking().orElse(null);
    if (lacking != null) {
      return new Result.LeftOut(experiment.name(), experiment.invariant(), lacking);
    }
    Path scratch = Folders.made(folder.resolve(experiment.name()));
    Trials trials = experiment.run(seed, Budget.of(ANY_NUMBER, time), scratch);
    if (trials.count() == 0) {
      return new Result.LeftOut(
          experiment.name(),
          experiment.invariant(),
          "%d s were over before its first try: give it more by --for".formatted(time.toSeconds()));
    }
    return new Result.Tried(
        experiment.name(),
        experiment.invariant(),
        trials.count(),
        trials.kinds(),
        trials.figures(),
        trials.broken());
  }

  private static Path made(@Nullable Path chosen) {
    try {
      if (chosen == null) {
        return Files.createTempDirectory("engine-chaos-");
      }
      if (Files.exists(chosen)) {
        throw new Conflict(
            "%s is there already: chaos makes a folder of its own, and removes it"
                .formatted(chosen));
      }
      return Files.createDirectories(chosen);
    } catch (IOException failure) {
      throw new StorageUnavailable(
          "the scratch folder cannot be made: " + failure.getMessage(), failure);
    }
  }
}
