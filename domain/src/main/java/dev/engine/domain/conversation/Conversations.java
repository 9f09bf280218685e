package dev.engine.domain.conversation;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.List;
import java.util.Optional;

/** Conversations as their sessions make them. Any method may throw {@link StorageUnavailable}. */
public interface Conversations {

  /** The conversation with its whole lineage, if a session has ever joined it. */
  Optional<Conversation> find(ConversationId id);

  /** Conversations, the one that a session joined last at the front. */
  List<ConversationSummary> list(Limit limit);
}
