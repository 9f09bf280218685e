package dev.engine.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes by hand, and a clock on the wall that may be set meanwhile. */
final class FleetTime implements InstantSource {

  private Instant wall = Instant.parse("2026-01-05T12:00:00Z");
  private Instant latest = wall;
  private Duration upTime = Duration.ofDays(2);

  @Override
  public Instant instant() {
    return wall;
  }

  /** What has passed since the machine was started, whatever the clock says. */
  Duration upTime() {
    return upTime;
  }

  /** The latest that the clock has ever shown. */
  Instant latest() {
    return latest;
  }

  void pass(Duration length) {
    set(length);
    upTime = upTime.plus(length);
  }

  /** The clock is set by {@code step}, which may be backwards; no time passes. */
  void set(Duration step) {
    wall = wall.plus(step);
    latest = wall.isAfter(latest) ? wall : latest;
  }

  /** The machine is started anew. */
  void reboot() {
    upTime = Duration.ofSeconds(20);
  }
}
