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
}
