package dev.engine.domain.ping;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What agents want from the person.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code PingsContract} is this interface in tests.
 */
public interface Pings {

  /**
   * Stores {@code appeal} as an open ping.
   *
   * @throws Conflict if it names a session that is not stored
   */
  Ping send(Appeal appeal, Instant at);

  Optional<Ping> find(PingId id);

  /** What {@code filter} lets through, the one sent last at the front. */
  List<Ping> list(PingFilter filter, Limit limit);

  /** Marks {@code id} as seen if it is open. */
  Acknowledging acknowledge(PingId id, Instant at);

  /**
   * Stores {@code answer} if {@code id} has none, acknowledges it, and queues {@link
   * Ping#answerNotice} in the same step.
   */
  Answering answer(PingId id, Answer answer, Instant at);

  /**
   * Puts {@code id} off if it is open; the last time that is asked for stands.
   *
   * @param at when it was asked for
   */
  Snoozing snooze(PingId id, Instant until, Instant at);
}
