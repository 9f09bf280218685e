package dev.engine.domain.context;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.List;

/**
 * How full contexts were, remembered for two weeks.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code ContextSamplesContract} is this interface in tests.
 */
public interface ContextSamples {

  /**
   * Takes a reading of the session that the client calls {@code claudeId}, by {@link Measurement}.
   * Of all readings that reach a level, one raises the session's warning level, and in the same
   * step one notice is queued for its conversation.
   */
  Measuring record(ClaudeSessionId claudeId, ContextReading reading);

  /** The samples of {@code session}, the newest first. */
  List<ContextSample> recent(SessionId session, Limit limit);

  /**
   * Forgets samples that were taken before {@code before}, the oldest first and at most {@code
   * most}, so that nobody has to wait for long.
   *
   * @return how many were forgotten; fewer than {@code most} if none are left
   */
  int forget(Instant before, Limit most);
}
