package dev.engine.domain.hook;

import static dev.engine.domain.hook.HookCallExamples.call;
import static dev.engine.domain.hook.HookCallExamples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link HookCalls} promises. */
public interface HookCallsContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** An empty store. */
  HookCalls hookCalls();

  @Test
  default void aCallComesBackAsItWasRemembered() {
    HookCalls calls = hookCalls();
    RecordedCall call =
        call(7, "PreToolUse", Door.ONE_SHOT, Duration.ofNanos(123_456_000), NOON.plusMillis(1));

    Recording recording = calls.record(call);

    assertThat(recording).isEqualTo(new Recording.RecordedNow(call));
    assertThat(calls.find(id(7))).contains(call);
  }

  @Test
  default void ofTwoCallsWithOneIdTheFirstStays() {
    HookCalls calls = hookCalls();
    RecordedCall first = call(7, "Stop", Door.SPOOL, Duration.ofMillis(3), NOON);
    calls.record(first);

    Recording again = calls.record(call(7, "Stop", Door.ENGINE, Duration.ofMillis(9), NOON));

    assertThat(again).isEqualTo(new Recording.RecordedBefore(first));
    assertThat(calls.recent(Limit.DEFAULT)).containsExactly(first);
  }

  @Test
  default void aCallThatIsNotRememberedIsNotFound() {
    assertThat(hookCalls().find(id(7))).isEmpty();
  }

  @Test
  default void theNewestCallsComeFirst() {
    HookCalls calls = hookCalls();
    calls.record(call(1, NOON.plusSeconds(1)));
    calls.record(call(3, NOON));
    calls.record(call(2, NOON));

    assertThat(calls.recent(new Limit(2)))
        .containsExactly(call(1, NOON.plusSeconds(1)), call(3, NOON));
  }

  @Test
  default void callsOfAWhileAreCountedByHowTheyFared() {
    HookCalls calls = hookCalls();
    calls.record(call(1, "Stop", Door.ENGINE, Duration.ofMillis(3), NOON.minusMillis(1)));
    calls.record(call(2, "Stop", Door.SPOOL, Duration.ofSeconds(9), NOON));
    calls.record(call(3, "Stop", Door.ENGINE, Duration.ofNanos(3_499_000), NOON));
    calls.record(call(4, "PreToolUse", Door.ENGINE, Duration.ofNanos(3_400_000), NOON));
    calls.record(call(5, "Stop", Door.ENGINE, Duration.ofNanos(3_500_000), NOON.plusSeconds(1)));

    assertThat(calls.tally(NOON))
        .containsExactly(
            tally(Door.ENGINE, Duration.ofNanos(3_400_000), 2),
            tally(Door.ENGINE, Duration.ofNanos(3_500_000), 1),
            tally(Door.SPOOL, Duration.ofSeconds(9), 1));
    assertThat(calls.tally(NOON.plusSeconds(2))).isEmpty();
  }

  @Test
  default void theOldestCallsAreForgottenAFewAtATime() {
    HookCalls calls = hookCalls();
    for (int number = 1; number <= 4; number++) {
      calls.record(call(number, NOON.plusSeconds(number)));
    }

    int first = calls.forget(NOON.plusSeconds(4), new Limit(2));
    int second = calls.forget(NOON.plusSeconds(4), new Limit(2));

    assertThat(first).isEqualTo(2);
    assertThat(second).isEqualTo(1);
    assertThat(calls.recent(Limit.DEFAULT)).containsExactly(call(4, NOON.plusSeconds(4)));
  }

  private static HookTally tally(Door door, Duration took, int count) {
    return new HookTally(door, HookOutcome.REFUSED, took, count);
  }
}
