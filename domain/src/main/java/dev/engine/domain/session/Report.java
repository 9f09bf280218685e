package dev.engine.domain.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session has last told of itself.
 *
 * @param lastSeenAt when its newest event happened
 * @param status what it says it is working on; null if it said nothing
 * @param warned the highest context warning given since its context was last reset
 */
public record Report(Instant lastSeenAt, @Nullable StatusText status, ContextLevel warned) {

  Report seenAt(Instant at) {
    return new Report(at, status, warned);
  }

  Report withContextReset() {
    return new Report(lastSeenAt, status, ContextLevel.NONE);
  }
}
