package dev.engine.domain.quiet;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When sessions are left alone. Of each kind a conversation has at most one, and so has the fleet.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code QuietTimesContract} is this interface in tests.
 */
public interface QuietTimes {

  /** Sets {@code time} in place of the one of the same kind and the same conversation, or fleet. */
  void set(QuietTime time, Instant at);

  /**
   * Takes away all that were set for {@code conversation}, or for the fleet if it is null. Those of
   * the fleet hold for every conversation and stay when only a conversation's are taken away.
   *
   * @return what was taken away, daily hours before a spell
   */
  List<QuietTime> clear(@Nullable ConversationId conversation, Instant at);

  /**
   * All of them, those of the fleet first, then by conversation; of one conversation daily hours
   * before a spell. Spells that are over are among them until something else is set.
   */
  List<QuietTime> list();
}
