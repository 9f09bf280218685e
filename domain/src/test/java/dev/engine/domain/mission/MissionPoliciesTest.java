package dev.engine.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MissionPoliciesTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void whoSaysNothingMeansOneRunForAllAndNoneBesideAnother() {
    assertThat(MissionPolicies.DEFAULT)
        .isEqualTo(new MissionPolicies(MissedRun.ONCE, 10, DAY, Overlap.SKIP, null));
  }

  @Test
  void whatIsOutsideItsLimitsIsRefused() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> policies(0, DAY, null));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> policies(1_001, DAY, null));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> policies(1, Duration.ofSeconds(59), null));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> policies(1, Duration.ofDays(367), null));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> policies(1, DAY, Duration.ZERO));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> policies(1, DAY, Duration.ofDays(31)));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> policies(1, DAY, Duration.ofMillis(1_500)));
  }

  @Test
  void theLimitsThemselvesAreTaken() {
    assertThat(policies(1_000, Duration.ofMinutes(1), Duration.ofSeconds(1)).maxCatchUp())
        .isEqualTo(1_000);
    assertThat(policies(1, Duration.ofDays(366), Duration.ofDays(30)).maxCatchUp()).isEqualTo(1);
  }

  private static MissionPolicies policies(int most, Duration late, @Nullable Duration timeout) {
    return new MissionPolicies(MissedRun.ALL, most, late, Overlap.QUEUE, timeout);
  }
}
