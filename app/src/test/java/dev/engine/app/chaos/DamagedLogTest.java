package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Logs of dead writers that are damaged: {@code -Dengine.damages=100000} does it as often, {@code
 * -Dengine.seed=7} begins with another script.
 */
final class DamagedLogTest {

  private static final int DAMAGES = Integer.getInteger("engine.damages", 1_000);

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void aTransactionIsWhollyThereOrNotAtAll() {
    Trials trials = new DamagedLog().run(SEED, Budget.of(DAMAGES, Duration.ofDays(1)), scratch);

    System.out.printf("damaged logs: %d, %s%n", trials.distinctCount(), trials.kinds());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.distinctCount()).isEqualTo(DAMAGES);
  }
}
