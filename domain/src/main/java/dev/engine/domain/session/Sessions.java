package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.Optional;

/**
 * Every session the engine has seen, live and ended.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code SessionsContract} is this interface in tests.
 */
public interface Sessions {

  /**
   * Applies an event to the session it tells of, by {@link Session#after}, and remembers its call
   * in the same step; an event whose call is remembered changes nothing. A session that is not
   * known is left to {@link #admit}, which takes more knowledge.
   *
   * <p>Of a context whose beginning was kept in the spool, everything is that was offered after it.
   */
  Observation observe(Sighting sighting);

  /**
   * Adds the session that {@code first} is the first event of, in the conversation that {@link
   * Admission} finds. If another process has added it meanwhile, this is {@link #observe}. Never
   * answers {@link Observation.NotKnown}.
   */
  Observation admit(Sighting first, Newcomer newcomer);

  Optional<Session> find(SessionId id);

  /** The session that Claude Code calls {@code claudeId}; of several, the one started last. */
  Optional<Session> find(ClaudeSessionId claudeId);

  /** Ends {@code id} if it is live, and says which of the three cases it met. */
  Ending end(SessionId id, Instant at, EndReason reason);

  /**
   * Takes {@code proof} for where a session stands, unless it was seen again or has ended since it
   * was {@code seen}: evidence of what was then proves nothing of what is now.
   *
   * @param seen as it was read before the evidence was looked for
   * @param at when it was found
   */
  Settling settle(Session seen, Proof proof, Instant at);

  /** Stores what {@code id} says it is working on, if it is live, as said at {@code at}. */
  StatusChange say(SessionId id, StatusText status, Instant at);
}
