package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of a writer after any of its changes: {@code -Dengine.deaths=50000} looks at as many,
 * {@code -Dengine.seed=7} begins with another script.
 */
final class RecordedDeathsIT {

  private static final int DEATHS = Integer.getInteger("engine.deaths", 400);

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void nothingAcknowledgedIsLostAndNothingHalfDone() {
    RecordedDeaths experiment =
        new RecordedDeaths(new WriterJvm(Path.of(System.getProperty("engine.distribution"))));
    assumeThat(experiment.lacking()).isEmpty();

    Trials trials = experiment.run(SEED, Budget.of(DEATHS, Duration.ofDays(1)), scratch);

    System.out.printf("recorded deaths: %d, %s%n", trials.distinctCount(), trials.kinds());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.distinctCount()).isGreaterThanOrEqualTo(DEATHS);
  }
}
