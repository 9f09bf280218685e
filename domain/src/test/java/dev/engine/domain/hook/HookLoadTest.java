package dev.engine.domain.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HookLoadTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final HookLoad load =
      new HookLoad(
          NOON,
          List.of(
              tally(Door.ENGINE, HookOutcome.STORED, 1, 60),
              tally(Door.ENGINE, HookOutcome.STORED, 3, 38),
              tally(Door.ENGINE, HookOutcome.UNCHANGED, 2, 1),
              tally(Door.ONE_SHOT, HookOutcome.STORED, 2_001, 1),
              tally(Door.SPOOL, HookOutcome.STORED, 900_000, 7)));

  @Test
  void allAreCountedAndThoseOfTheSpoolNotMeasured() {
    assertThat(load.count()).isEqualTo(107);
    assertThat(load.overBudgetCount()).isEqualTo(1);
    assertThat(load.percentile(50)).contains(Duration.ofMillis(1));
    assertThat(load.percentile(61)).contains(Duration.ofMillis(2));
    assertThat(load.percentile(99)).contains(Duration.ofMillis(3));
    assertThat(load.percentile(100)).contains(Duration.ofMillis(2_001));
  }

  @Test
  void eachCallIsInTheFirstBucketThatHoldsIt() {
    assertThat(load.buckets()).hasSize(13);
    assertThat(load.buckets().subList(0, 4))
        .containsExactly(bucket(1, 60), bucket(2, 1), bucket(4, 38), bucket(8, 0));
    assertThat(load.buckets().getLast()).isEqualTo(new HookLoad.Bucket(null, 1));
  }

  @Test
  void arrivalsAreCountedByDoorAndOutcome() {
    assertThat(load.arrivals())
        .containsExactly(
            new HookLoad.Arrivals(Door.ENGINE, HookOutcome.STORED, 98),
            new HookLoad.Arrivals(Door.ENGINE, HookOutcome.UNCHANGED, 1),
            new HookLoad.Arrivals(Door.ONE_SHOT, HookOutcome.STORED, 1),
            new HookLoad.Arrivals(Door.SPOOL, HookOutcome.STORED, 7));
  }

  @Test
  void ofNoCallsNothingIsMade() {
    HookLoad none = new HookLoad(NOON, List.of());

    assertThat(none.count()).isZero();
    assertThat(none.percentile(50)).isEmpty();
    assertThat(none.arrivals()).isEmpty();
    assertThat(none.buckets()).allMatch(bucket -> bucket.count() == 0);
  }

  private static HookTally tally(Door door, HookOutcome outcome, int millis, int count) {
    return new HookTally(door, outcome, Duration.ofMillis(millis), count);
  }

  private static HookLoad.Bucket bucket(int millis, int count) {
    return new HookLoad.Bucket(Duration.ofMillis(millis), count);
  }
}
