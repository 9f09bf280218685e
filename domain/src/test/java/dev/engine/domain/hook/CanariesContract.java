package dev.engine.domain.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Canaries} promises. */
public interface CanariesContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** An empty store. */
  Canaries canaries();

  @Test
  default void beforeTheFirstRunThereIsNone() {
    assertThat(canaries().last()).isEmpty();
  }

  @Test
  default void aGoodRunComesBackAsItWas() {
    Canaries canaries = canaries();

    CanaryResult run = canaries.record(12, List.of(), NOON);

    assertThat(run).isEqualTo(new CanaryResult(NOON, 12, List.of(), null));
    assertThat(canaries.last()).contains(run);
  }

  @Test
  default void aBadRunSaysSinceWhenAllWereBad() {
    Canaries canaries = canaries();
    canaries.record(12, List.of(), NOON);
    canaries.record(10, List.of("Stop", "SessionStart"), NOON.plusSeconds(1));

    CanaryResult second = canaries.record(11, List.of("Stop"), NOON.plusSeconds(2));

    assertThat(second)
        .isEqualTo(new CanaryResult(NOON.plusSeconds(2), 11, List.of("Stop"), NOON.plusSeconds(1)));
    assertThat(canaries.last()).contains(second);
  }

  @Test
  default void aGoodRunEndsTheBadOnes() {
    Canaries canaries = canaries();
    canaries.record(0, List.of("Stop"), NOON);
    canaries.record(1, List.of(), NOON.plusSeconds(1));

    CanaryResult bad = canaries.record(0, List.of("Stop"), NOON.plusSeconds(2));

    assertThat(bad.failingSince()).isEqualTo(NOON.plusSeconds(2));
  }
}
