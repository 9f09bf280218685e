package dev.engine.domain.ping;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.Optional;

/**
 * What agents want from the person.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code PingsContract} is this interface in tests.
 */
public interface Pings {

  /** The order of {@link #list}. */
  ListOrder<Ping, TimePlace<PingId>> ORDER =
      ListOrder.newestFirst("pings", Ping::createdAt, Ping::id, PingId::new);

  /**
   * Stores {@code appeal} as an open ping.
   *
   * @throws Conflict if it names a session that is not stored
   */
  Ping send(Appeal appeal, Instant at);

  Optional<Ping> find(PingId id);

  /** What {@code filter} lets through, the one sent last at the front. */
  Listed<Ping> list(PingFilter filter, Page page);

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
