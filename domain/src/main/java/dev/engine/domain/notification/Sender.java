package dev.engine.domain.notification;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.worker.WorkerId;

/** Who a notice comes from, as the engine's own records have it and never as its text says. */
public sealed interface Sender {

  /** The engine itself. */
  record Engine() implements Sender {}

  /** The person that the fleet works for. */
  record Person() implements Sender {}

  /** A session of another conversation, or of the same. */
  record FromConversation(ConversationId id) implements Sender {}

  /** A worker, by what it returned or how it failed. */
  record FromWorker(WorkerId id) implements Sender {}

  /**
   * Anything else that has a name.
   *
   * @param name as somebody chose it: free text
   */
  record Named(String name) implements Sender {}
}
