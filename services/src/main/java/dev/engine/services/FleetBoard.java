package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.fleet.FleetLine;
import dev.engine.domain.fleet.FleetViews;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Everybody who is live, and what they are at. */
public final class FleetBoard {

  /** More sessions than a machine can run. */
  private static final Limit ALL = new Limit(1_000);

  private final FleetViews views;
  private final InstantSource clock;

  public FleetBoard(FleetViews views, InstantSource clock) {
    this.views = views;
    this.clock = clock;
  }

  /**
   * The fleet as it was at one moment.
   *
   * @param lines the one whose session started last at the front
   */
  public record Glance(Instant at, List<FleetLine> lines) {}

  /** The fleet as it is now. */
  public Glance now() {
    Instant now = clock.instant();
    return new Glance(now, views.live(ALL, now));
  }
}
