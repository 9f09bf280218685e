package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers whose system calls fail: {@code -Dengine.faults=5000} does it as often, {@code
 * -Dengine.seed=7} begins with another script.
 */
final class FailingCallsIT {

  private static final int FAULTS = Integer.getInteger("engine.faults", 100);

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void theErrorIsClearAndNothingIsAcknowledgedThatIsNotThere() {
    FailingCalls experiment =
        new FailingCalls(new WriterJvm(Path.of(System.getProperty("engine.distribution"))));
    assumeThat(experiment.lacking()).isEmpty();

    Trials trials = experiment.run(SEED, Budget.of(FAULTS, Duration.ofDays(1)), scratch);

    System.out.printf("failing calls: %d, %s%n", trials.distinctCount(), trials.kinds());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.distinctCount()).isGreaterThanOrEqualTo(FAULTS);
  }
}
