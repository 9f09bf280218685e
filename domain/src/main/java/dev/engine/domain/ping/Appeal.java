package dev.engine.domain.ping;

import dev.engine.domain.TextLength;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What the person is to be asked or told.
 *
 * @param session who asks; null if no session does
 * @param conversation who is told the answer; null if nobody is
 * @param message 1 to 10,000 characters, not blank
 */
public record Appeal(
    @Nullable SessionId session,
    @Nullable ConversationId conversation,
    Urgency urgency,
    String message) {

  private static final int MAX_MESSAGE = 10_000;

  /**
   * @throws InvalidInput if the message is blank or too long
   */
  public Appeal {
    TextLength.checked("ping message", message, 1, MAX_MESSAGE);
  }

  /** This appeal, answered to {@code asking}. */
  public Appeal from(ConversationId asking) {
    return new Appeal(session, asking, urgency, message);
  }
}
