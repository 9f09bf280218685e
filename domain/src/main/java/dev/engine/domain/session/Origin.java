package dev.engine.domain.session;

import dev.engine.domain.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation a session joined and how.
 *
 * @param previous the session it follows; null where there is none or nothing tells which
 */
public record Origin(
    ConversationId conversation,
    Continuation continuation,
    @Nullable SessionId previous,
    Instant startedAt) {

  Origin continuedBy(Continuation next) {
    return new Origin(conversation, next, previous, startedAt);
  }
}
