package dev.engine.domain.hook;

import java.time.Duration;
import java.time.Instant;

/** Calls of hooks for tests, with everything irrelevant defaulted. */
public final class HookCallExamples {

  private HookCallExamples() {}

  /** The id of the {@code number}th call. */
  public static HookEventId id(int number) {
    return new HookEventId("%032x".formatted(number));
  }

  /** The {@code number}th call: of a running engine, refused after 5 ms. */
  public static RecordedCall call(int number, Instant at) {
    return call(number, "Stop", Door.ENGINE, Duration.ofMillis(5), at);
  }

  public static RecordedCall call(int number, String event, Door door, Duration took, Instant at) {
    return new RecordedCall(new Arrival(id(number), event, door, took), at, HookOutcome.REFUSED);
  }
}
