package dev.engine.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ProcessIdentityTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void aProcessThatStartedLaterWasNotThere() {
    assertThat(new ProcessIdentity(73, NOON.plusSeconds(3)).canHaveRunAt(NOON)).isFalse();
    assertThat(new ProcessIdentity(73, NOON.minusSeconds(3)).canHaveRunAt(NOON)).isTrue();
  }

  @Test
  void theGrainOfTheKernelsClockIsForgiven() {
    assertThat(new ProcessIdentity(73, NOON.plusSeconds(2)).canHaveRunAt(NOON)).isTrue();
  }

  @Test
  void withoutAStartTimeNothingSpeaksAgainstIt() {
    assertThat(new ProcessIdentity(73, null).canHaveRunAt(NOON)).isTrue();
  }
}
