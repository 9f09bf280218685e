package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fleets whose clock is set: {@code -Dengine.jumps=2000} does it as often, {@code -Dengine.seed=7}
 * begins with another fleet.
 */
final class ClockJumpsIT {

  private static final int JUMPS = Integer.getInteger("engine.jumps", 50);

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void nothingIsDoneTwiceAndNothingIsTakenForWhatItIsNot() {
    ClockJumps experiment = new ClockJumps(Path.of(System.getProperty("engine.distribution")));
    assumeThat(experiment.lacking()).isEmpty();

    Trials trials = experiment.run(SEED, Budget.of(JUMPS, Duration.ofDays(1)), scratch);

    System.out.printf("clock jumps: %d, %s%n", trials.distinctCount(), trials.kinds());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.distinctCount()).isEqualTo(JUMPS);
  }
}
