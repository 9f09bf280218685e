package dev.engine.domain.hook;

import static dev.engine.domain.hook.HookCallExamples.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HookTimesTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void eachEventHasItsTimesByEachDoor() {
    List<RecordedCall> calls = new ArrayList<>();
    calls.add(call(1001, "Stop", Door.SPOOL, Duration.ofMinutes(5), NOON));
    calls.add(call(1002, "Stop", Door.ENGINE, Duration.ofMillis(2_001), NOON));
    for (int i = 1; i <= 100; i++) {
      calls.add(call(i, "PreToolUse", Door.ENGINE, Duration.ofMillis(i), NOON));
    }

    assertThat(HookTimes.of(calls))
        .containsExactly(
            new HookTimes(
                "PreToolUse",
                Door.ENGINE,
                100,
                Duration.ofMillis(50),
                Duration.ofMillis(99),
                0,
                100),
            new HookTimes(
                "Stop", Door.ENGINE, 1, Duration.ofMillis(2_001), Duration.ofMillis(2_001), 1, 1),
            new HookTimes(
                "Stop", Door.SPOOL, 1, Duration.ofMinutes(5), Duration.ofMinutes(5), 0, 1));
  }

  @Test
  void noCallsHaveNoTimes() {
    assertThat(HookTimes.of(List.of())).isEmpty();
  }

  @Test
  void whatIsNotRefusedIsNotCountedAsRefused() {
    RecordedCall refused = call(1, "Stop", Door.ENGINE, Duration.ofMillis(1), NOON);
    RecordedCall stored = new RecordedCall(refused.arrival(), NOON, HookOutcome.STORED);

    assertThat(HookTimes.of(List.of(refused, stored)))
        .extracting(HookTimes::refusedCount)
        .containsExactly(1);
  }

  @Test
  void aCanarySaysWhatWasLostAndSinceWhenItFails() {
    CanaryResult well = CanaryResult.following(null, 3, List.of(), NOON);
    CanaryResult first =
        CanaryResult.following(well, 1, List.of("Stop", "Seen"), NOON.plusMillis(1));
    CanaryResult second = CanaryResult.following(first, 2, List.of("Stop"), NOON.plusMillis(2));

    assertThat(first.failingSince()).isEqualTo(NOON.plusMillis(1));
    assertThat(second.failingSince()).isEqualTo(NOON.plusMillis(1));
    for (CanaryResult run : List.of(well, first, second)) {
      assertThat(CanaryEvents.run(CanaryEvents.flown(run))).isEqualTo(run);
    }
    assertThat(CanaryEvents.flown(well).kind()).isEqualTo(CanaryEvents.ARRIVED);
    assertThat(CanaryEvents.flown(second).kind()).isEqualTo(CanaryEvents.LOST);
  }
}
