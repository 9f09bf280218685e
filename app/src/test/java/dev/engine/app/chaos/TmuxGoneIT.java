package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fleets whose tmux server is killed: {@code -Dengine.servers=20} for as many. */
final class TmuxGoneIT {

  private static final int SERVERS = Integer.getInteger("engine.servers", 1);

  private static final long SEED = Long.getLong("engine.seed", 1);

  @TempDir private Path scratch;

  @Test
  void theEngineGoesOnAndEachNoticeIsTold() {
    Path distribution = Path.of(System.getProperty("engine.distribution"));
    TmuxGone experiment = new TmuxGone(distribution, TmuxGone.Search.AT_ONCE);
    assumeThat(experiment.lacking()).isEmpty();

    Trials trials = experiment.run(SEED, Budget.of(SERVERS, Duration.ofDays(1)), scratch);

    System.out.printf("tmux servers: %d, %s%n", trials.count(), trials.kinds());
    assertThat(trials.broken()).isEmpty();
    assertThat(trials.count()).isEqualTo(SERVERS);
  }
}
