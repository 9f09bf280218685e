package dev.engine.domain.quiet;

import dev.engine.domain.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a conversation is left alone: while it does nothing, no notice wakes it. In its turns it is
 * told what waits all the same.
 *
 * @param conversation null for the whole fleet
 */
public record QuietTime(@Nullable ConversationId conversation, Quiet quiet) {

  /** Whether it leaves {@code other} alone at {@code time}. */
  public boolean covers(ConversationId other, Instant time) {
    return (conversation == null || conversation.equals(other)) && quiet.covers(time);
  }
}
