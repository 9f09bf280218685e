package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Engines whose files are deleted or replaced, and how soon they notice: {@code -Dengine.losses=60}
 * does it as often.
 */
final class TakenFilesIT {

  private static final int LOSSES = Integer.getInteger("engine.losses", 4);

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void itIsNoticedWithinASecondAndNothingIsAcknowledgedFromThenOn() {
    LostFiles experiment = new LostFiles(Path.of(System.getProperty("engine.distribution")));
    assumeThat(experiment.lacking()).isEmpty();

    Trials trials = experiment.run(SEED, Budget.of(LOSSES, Duration.ofDays(1)), scratch);

    System.out.printf("lost files: %d, %s, %s%n", trials.count(), trials.kinds(), trials.figures());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.count()).isEqualTo(LOSSES);
  }
}
