package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how full a context is.
 *
 * @param percent by the newest reading, 0..100; null if there is none since the context was emptied
 * @param readAt when that was; null if there is none
 * @param emptiedAt when it was emptied last; null if it never was
 * @param stalePercent how full it was before that, which a client may go on telling for a while;
 *     null once it has told something else, or if that is not known
 */
public record ContextGauge(
    @Nullable Integer percent,
    @Nullable Instant readAt,
    @Nullable Instant emptiedAt,
    @Nullable Integer stalePercent) {

  /** Nothing is known yet. */
  public static final ContextGauge UNKNOWN = new ContextGauge(null, null, null, null);

  /**
   * @throws InvalidInput unless a percentage has a time, and a time a percentage
   */
  public ContextGauge {
    if ((percent == null) != (readAt == null)) {
      throw new InvalidInput(
          "context gauge", "a percentage with its time, or neither", percent + " at " + readAt);
    }
  }

  /** Whether a reading taken at {@code at} tells of what was before the context was emptied. */
  public boolean isFromBefore(Instant at) {
    return emptiedAt != null && at.isBefore(emptiedAt);
  }

  /** Whether {@code percentUsed} may be what a client still tells of what was before. */
  public boolean isStale(int percentUsed) {
    return stalePercent != null && stalePercent == percentUsed;
  }

  ContextGauge filledTo(int percentUsed, Instant at) {
    return new ContextGauge(percentUsed, at, emptiedAt, null);
  }

  ContextGauge emptied(Instant at) {
    return new ContextGauge(null, null, at, percent == null ? stalePercent : percent);
  }
}
