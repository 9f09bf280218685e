package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers that are killed at system calls: {@code -Dengine.kill-points=50000} does it as often,
 * {@code -Dengine.seed=7} begins with another script.
 */
final class KillPointsIT {

  private static final int POINTS = Integer.getInteger("engine.kill-points", 100);

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void nothingAcknowledgedIsLostAndNothingHalfDone() {
    KillPoints experiment =
        new KillPoints(new WriterJvm(Path.of(System.getProperty("engine.distribution"))));
    assumeThat(experiment.lacking()).isEmpty();

    Trials trials = experiment.run(SEED, Budget.of(POINTS, Duration.ofDays(1)), scratch);

    System.out.printf("kill points: %d distinct, %s%n", trials.distinctCount(), trials.kinds());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.distinctCount()).isGreaterThanOrEqualTo(POINTS);
  }
}
