package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that write to one store at once: {@code -Dengine.writers=64 -Dengine.seconds=60} is the
 * goal's own size.
 */
final class ManyWritersIT {

  private static final int WRITERS = Integer.getInteger("engine.writers", 8);

  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("engine.seconds", 1));

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void noWriteFailsForALockAndNoneThatWasAcknowledgedIsLost() {
    WriterJvm jvm = new WriterJvm(Path.of(System.getProperty("engine.distribution")));
    ManyWriters experiment = new ManyWriters(jvm, WRITERS, LENGTH);

    Trials trials = experiment.run(SEED, Budget.of(WRITERS, Duration.ofDays(1)), scratch);

    System.out.printf("%d writers: %s%n", WRITERS, trials.figures());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.kinds()).containsEntry("writers", WRITERS);
  }
}
