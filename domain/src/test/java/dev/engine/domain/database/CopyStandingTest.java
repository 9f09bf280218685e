package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CopyStandingTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static final CopyStanding BEGUN = CopyStanding.begun(Path.of("/mnt/copy"), false);

  @Test
  void oneThatHasBegunIsBehindNothingYet() {
    assertThat(BEGUN.lagAt(NOON)).isEmpty();
  }

  @Test
  void itIsBehindWhatCameSinceItWasComplete() {
    CopyStanding complete = BEGUN.complete(NOON, 100);

    assertThat(complete.lagAt(NOON.plusMillis(700))).contains(Duration.ofMillis(700));
    assertThat(complete.lagAt(NOON.minusSeconds(9))).as("a clock set back").contains(Duration.ZERO);
  }

  @Test
  void theFirstFailureSaysSinceWhenAndTheLastOneWhy() {
    CopyStanding failing = BEGUN.complete(NOON, 100).failed(NOON.plusSeconds(1), "no folder");

    CopyStanding again = failing.failed(NOON.plusSeconds(6), "no room");

    assertThat(again.trouble()).isEqualTo(new CopyStanding.Trouble(NOON.plusSeconds(1), "no room"));
    assertThat(again.completeTo()).isEqualTo(NOON);
  }

  @Test
  void whatLastsAMinuteIsTold() {
    CopyStanding failing = BEGUN.failed(NOON, "no folder");

    assertThat(failing.staleAt(NOON.plusSeconds(59))).isEmpty();
    assertThat(failing.staleAt(NOON.plusSeconds(60))).contains(failing.trouble());
  }

  @Test
  void oneThatGoesOnHasNoTrouble() {
    CopyStanding healed = BEGUN.failed(NOON, "no folder").complete(NOON.plusSeconds(90), 7);

    assertThat(healed.staleAt(NOON.plusSeconds(600))).isEmpty();
    assertThat(healed.shippedBytes()).isEqualTo(7);
  }
}
