package dev.engine.domain.notification;

import dev.engine.domain.TextLength;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * What a conversation is to be told. Conversation, type and entity together name it: the same thing
 * is told once.
 *
 * @param entityId the worker, ping or other thing it is about, 1 to 128 characters
 * @param title one line of 1 to 200 characters
 * @param body free text of at most 100,000 characters; empty where the title says it all
 */
public record Notice(
    ConversationId conversation,
    NotificationType type,
    String entityId,
    String title,
    String body) {

  private static final int MAX_ENTITY = 128;
  private static final int MAX_TITLE = 200;
  private static final int MAX_BODY = 100_000;

  /**
   * @throws InvalidInput if a text is longer or shorter than it may be
   */
  public Notice {
    TextLength.checked("entity id", entityId, 1, MAX_ENTITY);
    TextLength.checked("notification title", title, 1, MAX_TITLE);
    TextLength.checked("notification body", body, 0, MAX_BODY);
  }
}
