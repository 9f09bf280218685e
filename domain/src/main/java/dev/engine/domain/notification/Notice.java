package dev.engine.domain.notification;

import dev.engine.domain.TextLength;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * What a conversation is to be told. Conversation, type, entity and generation together name it:
 * the same thing is told once.
 *
 * @param entityId the worker, ping or other thing it is about, 1 to 128 characters
 * @param sender who it comes from
 * @param title one line of 1 to 200 characters
 * @param body free text of at most 100,000 characters; empty where the title says it all
 */
public record Notice(
    ConversationId conversation,
    NotificationType type,
    String entityId,
    Sender sender,
    String title,
    String body,
    Terms terms) {

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

  /** One of the engine itself, on plain terms. */
  public Notice(
      ConversationId conversation,
      NotificationType type,
      String entityId,
      String title,
      String body) {
    this(conversation, type, entityId, Sender.ENGINE, title, body, Terms.PLAIN);
  }

  /** The same from {@code other}. */
  public Notice from(Sender other) {
    return new Notice(conversation, type, entityId, other, title, body, terms);
  }

  /** The same on {@code other} terms. */
  public Notice on(Terms other) {
    return new Notice(conversation, type, entityId, sender, title, body, other);
  }

  /** The same to {@code other}. */
  Notice to(ConversationId other) {
    return new Notice(other, type, entityId, sender, title, body, terms);
  }
}
