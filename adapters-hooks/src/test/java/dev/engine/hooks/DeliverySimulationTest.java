package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.SessionExamples;
import dev.engine.persistence.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Goals R5 and R12: no notice is lost, none is told twice in one context, whatever happens. {@code
 * -Dengine.seeds=10000} for a long run, {@code -Dengine.seed=N} for one seed again.
 */
final class DeliverySimulationTest {

  /** In memory where there is such a place: what is tested is not the disk. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final int SEEDS = Integer.getInteger("engine.seeds", 100);
  private static final int STEPS = 200;

  /** On the average of many: a million in 10,000 seeds. */
  private static final long TOLD_BY_A_SEED = 100;

  private static final int MANY = 100;
  private static final int FIRST = Integer.getInteger("engine.first", 1);

  private Path folder;
  private Path blank;

  @BeforeEach
  void makeFolder() throws IOException {
    folder =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "engine-simulation")
            : Files.createTempDirectory("engine-simulation");
    blank = folder.resolve("blank.db");
    new SqliteDatabase(blank, Duration.ofSeconds(5), () -> SessionExamples.NOON).keeper().migrate();
  }

  @AfterEach
  void removeFolder() throws IOException {
    remove(folder);
  }

  @Test
  void noNoticeIsLostAndNoneIsToldTwice() throws IOException {
    Long one = Long.getLong("engine.seed");
    List<Long> seeds =
        one == null ? LongStream.range(FIRST, FIRST + SEEDS).boxed().toList() : List.of(one);
    long told = 0;
    for (long seed : seeds) {
      Path home = Files.createDirectory(folder.resolve("seed-" + seed));
      Files.copy(blank, home.resolve("system.db"));
      told += run(seed, home);
      remove(home);
    }

    System.out.printf("notices told: %d in %d seeds%n", told, seeds.size());
    assertThat(seeds.size() < MANY || told >= seeds.size() * TOLD_BY_A_SEED)
        .as("%d notices were told in %d seeds, fewer than announced", told, seeds.size())
        .isTrue();
  }

  /** How often a notice was told. */
  private static int run(long seed, Path home) {
    try (DeliverySimulation simulation = new DeliverySimulation(seed, home)) {
      try {
        simulation.run(STEPS);
        return simulation.toldCount();
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(
            "seed %d, again with -Dengine.seed=%d\n%s"
                .formatted(seed, seed, simulation.report(failure)),
            failure);
      }
    }
  }

  private static void remove(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
