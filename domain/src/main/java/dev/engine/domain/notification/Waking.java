package dev.engine.domain.notification;

import dev.engine.domain.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** Whether a session that does nothing is to be woken now. */
public sealed interface Waking {

  /**
   * It is, with this.
   *
   * @param handout not empty; claimed for the waiter's call
   */
  record Woken(Handout handout) implements Waking {}

  /**
   * Not yet: there is nothing to tell it, it is not idle, it is quiet, or it was woken often enough
   * lately.
   *
   * @param conversation the one whose notices it is told; null if the session is not stored yet
   */
  record NotYet(@Nullable ConversationId conversation) implements Waking {}

  /** Never by this waiter: the session has gone on by itself, or is over. */
  record NoMore() implements Waking {}
}
