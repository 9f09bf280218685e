package dev.engine.domain.request;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The requests that bore a key, and what they were answered.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}.
 */
public interface IdempotentRequests {

  /**
   * Carries {@code act} out unless {@code key} was seen before. What it writes through the ports of
   * the same store and the reply under the key are stored together or not at all; if it throws,
   * nothing is, and the key stays free.
   *
   * @param fingerprint tells whether it is the same request that comes again
   */
  Once once(RequestKey key, Fingerprint fingerprint, Instant at, Supplier<Reply> act);

  /**
   * Carries {@code act} out as one step: what it reads through the ports of the same store does not
   * change before what it writes is stored. If it throws, nothing is stored.
   */
  Reply inOneStep(Supplier<Reply> act);

  /**
   * Forgets replies that were given before {@code before}, the oldest first and at most {@code
   * most}, so that nobody has to wait for long. Their keys are free then.
   *
   * @return how many were forgotten; fewer than {@code most} if none are left
   */
  int forget(Instant before, Limit most);
}
