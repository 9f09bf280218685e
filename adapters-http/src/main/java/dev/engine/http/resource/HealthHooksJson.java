package dev.engine.http.resource;

import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.hook.HookLoad;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.services.health.Health;
import dev.engine.wire.Description;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the hooks fare, on the wire. */
record HealthHooksJson(
    HookLoadJson lastHour,
    @Description("may be a minute old") HookLoadJson lastDay,
    @Description("events that are not stored yet") int spoolCount,
    @Description("when the hook of the oldest of them was called") @Nullable Instant spoolSince,
    @Description("files that could not be read") int setAsideCount,
    @Nullable Instant setAsideSince,
    @Description("until when hooks ask nobody and use the spool, because too many took too long")
        @Nullable Instant spoolOnlyUntil) {

  private static final double NANOS_PER_MILLI = 1e6;

  static HealthHooksJson of(Health.Hooks hooks) {
    HookBacklog left = hooks.backlog();
    return new HealthHooksJson(
        HookLoadJson.of(hooks.lastHour()),
        HookLoadJson.of(hooks.lastDay()),
        left.waitingCount(),
        left.waitingSince(),
        left.setAsideCount(),
        left.setAsideSince(),
        left.spoolOnlyUntil());
  }

  /** How the calls of a while fared. */
  record HookLoadJson(
      Instant since,
      int count,
      @Description("half of those that did not come by the spool took no longer")
          @Nullable Double p50Millis,
      @Description("99 of 100 of them took no longer") @Nullable Double p99Millis,
      @Description("how many held their session up for more than 2 s") int overBudgetCount,
      @Description("all that did not come by the spool, the fastest at the front")
          List<HookBucketJson> buckets,
      List<HookArrivalsJson> doors) {

    static HookLoadJson of(HookLoad load) {
      return new HookLoadJson(
          load.since(),
          load.count(),
          millis(load, 50),
          millis(load, 99),
          load.overBudgetCount(),
          load.buckets().stream().map(HookBucketJson::of).toList(),
          load.arrivals().stream().map(HookArrivalsJson::of).toList());
    }

    private static @Nullable Double millis(HookLoad load, int percent) {
      return load.percentile(percent).map(took -> took.toNanos() / NANOS_PER_MILLI).orElse(null);
    }
  }

  /** Calls that took about as long. */
  record HookBucketJson(
      @Description("the longest of them, and longer than the bucket before; absent for no limit")
          @Nullable Long upToMillis,
      int count) {

    static HookBucketJson of(HookLoad.Bucket bucket) {
      Duration upTo = bucket.upTo();
      return new HookBucketJson(upTo == null ? null : upTo.toMillis(), bucket.count());
    }
  }

  /** How many calls came in by a door with an outcome. */
  record HookArrivalsJson(Door door, HookOutcome outcome, int count) {

    static HookArrivalsJson of(HookLoad.Arrivals arrivals) {
      return new HookArrivalsJson(arrivals.door(), arrivals.outcome(), arrivals.count());
    }
  }
}
