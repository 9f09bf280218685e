package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.persistence.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Goal R12: whatever happens to engines, workers, missions, sessions and backups, in whatever
 * order, the store holds what has happened. {@code -Dengine.seeds=10000} for a long run, {@code
 * -Dengine.seed=N} for one seed again.
 */
final class FleetSimulationTest {

  /** In memory where there is such a place: what is tested is not the disk. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final int FLEETS = Integer.getInteger("engine.seeds", 60);
  private static final int FIRST = Integer.getInteger("engine.first", 1);
  private static final int STEPS = 150;

  private Path folder = MEMORY;
  private Path blank = MEMORY;

  @BeforeEach
  void makeFolder() throws IOException {
    folder =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "engine-fleet")
            : Files.createTempDirectory("engine-fleet");
    blank = folder.resolve("blank.db");
    new SqliteDatabase(blank, Duration.ofSeconds(5), () -> NOON).keeper().migrate();
  }

  @AfterEach
  void removeFolder() throws IOException {
    remove(folder);
  }

  @Test
  void theStoreHoldsWhatHasHappened() throws IOException {
    Long one = Long.getLong("engine.seed");
    List<Long> seeds =
        one == null ? LongStream.range(FIRST, FIRST + FLEETS).boxed().toList() : List.of(one);

    for (long seed : seeds) {
      String log = run(seed);
      assertThat(log).as("seed %d", seed).endsWith("closed");
      if (one != null) {
        System.out.println(log);
      }
    }
  }

  @Test
  void oneSeedIsOneCourseOfEvents() throws IOException {
    long seed = Long.getLong("engine.seed", 11);

    String first = run(seed);
    String again = run(seed);

    assertThat(again).isEqualTo(first);
    assertThat(first).isNotEqualTo(run(seed + 1));
  }

  /** What happened. */
  private String run(long seed) throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    HomeFolder home = HomeFolder.of(project);
    Files.createDirectories(home.database().getParent());
    Files.copy(blank, home.database());
    FleetSimulation simulation = new FleetSimulation(seed, project);
    try (simulation) {
      simulation.run(STEPS);
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "seed %d, again with -Dengine.seed=%d\n%s"
              .formatted(seed, seed, simulation.report(failure)),
          failure);
    } finally {
      remove(project);
    }
    return simulation.log();
  }

  private static void remove(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
