package dev.engine.domain.conversation;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.SessionId;
import java.util.Optional;

/** Conversations as their sessions make them. Any method may throw {@link StorageUnavailable}. */
public interface Conversations {

  /** The order of {@link #list}. */
  ListOrder<ConversationSummary, TimePlace<SessionId>> ORDER =
      ListOrder.newestFirst(
          "conversations",
          summary -> summary.newest().origin().startedAt(),
          summary -> summary.newest().id(),
          SessionId::new);

  /** The conversation with its whole lineage, if a session has ever joined it. */
  Optional<Conversation> find(ConversationId id);

  /**
   * Conversations, the one that a session joined last at the front. One that is joined while its
   * pages are read goes to the front, and so may be on none of those that are left.
   */
  Listed<ConversationSummary> list(Page page);
}
