package dev.engine.domain.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session has last told of itself.
 *
 * @param lastSeenAt when its newest event happened
 * @param status what it says it is working on; null if it said nothing
 * @param context what its model has before it
 */
public record Report(Instant lastSeenAt, @Nullable StatusText status, ModelContext context) {

  Report seenAt(Instant at) {
    return new Report(at, status, context);
  }

  Report saying(StatusText said) {
    return new Report(lastSeenAt, said, context);
  }

  Report within(ModelContext next) {
    return new Report(lastSeenAt, status, next);
  }
}
