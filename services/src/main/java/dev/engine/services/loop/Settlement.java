package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.notification.Deliveries;
import dev.engine.services.loop.Loop.Rest;
import java.time.InstantSource;

/**
 * Settles notifications that nobody comes by for: those that have expired, and offers to sessions
 * that are gone. A session that comes by does so itself; this is for the eyes of the person.
 */
public final class Settlement implements Loop.Work {

  private static final Limit BATCH = new Limit(500);

  private final Deliveries deliveries;
  private final InstantSource clock;

  public Settlement(Deliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public Rest run() {
    return deliveries.settle(clock.instant(), BATCH) == BATCH.rows()
        ? Rest.MORE_TO_DO
        : Rest.NOTHING_LEFT;
  }
}
