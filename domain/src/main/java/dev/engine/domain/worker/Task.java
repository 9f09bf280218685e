package dev.engine.domain.worker;

import dev.engine.domain.TextLength;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is to do, and for whom.
 *
 * @param instructions 1 to 100,000 characters, not blank
 * @param parent the session that handed it over; null if none did
 * @param owner the conversation that is told of the outcome, and outlives the parent; null if none
 */
public record Task(
    Primitive primitive,
    String instructions,
    @Nullable SessionId parent,
    @Nullable ConversationId owner) {

  private static final int MAX_INSTRUCTIONS = 100_000;

  /**
   * @throws InvalidInput if the instructions are blank or too long
   */
  public Task {
    TextLength.checked("instructions", instructions, 1, MAX_INSTRUCTIONS);
  }

  /** The same for {@code conversation}. */
  public Task ownedBy(ConversationId conversation) {
    return new Task(primitive, instructions, parent, conversation);
  }
}
