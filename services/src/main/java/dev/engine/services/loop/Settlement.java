package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.notification.Deliveries;
import dev.engine.services.loop.Loop.Rest;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Settles what nobody comes by for: notifications and staged items whose time is over, and offers
 * to sessions that are gone.
 */
public final class Settlement implements Loop.Work {

  private static final Limit BATCH = new Limit(500);

  private final Deliveries deliveries;
  private final StagedContent content;
  private final InstantSource clock;

  public Settlement(Storage storage, InstantSource clock) {
    this.deliveries = storage.deliveries();
    this.content = storage.stagedContent();
    this.clock = clock;
  }

  @Override
  public Rest run() {
    Instant now = clock.instant();
    boolean isMore = deliveries.settle(now, BATCH) == BATCH.rows();
    isMore |= content.expire(now, BATCH).size() == BATCH.rows();
    return isMore ? Rest.MORE_TO_DO : Rest.NOTHING_LEFT;
  }
}
