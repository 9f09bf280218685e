package dev.engine.cli;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.session.ClaudeSessionId;
import org.jspecify.annotations.Nullable;

/**
 * Who types a command. Claude Code sets two variables for what its sessions run; what one of them
 * says is not said by the person.
 */
final class Speaker {

  private static final String INSIDE = "CLAUDECODE";

  /** The variable with the id of the session of Claude Code that runs a command. */
  static final String SESSION = "CLAUDE_CODE_SESSION_ID";

  private Speaker() {}

  /**
   * The conversation that was handed over, as for an {@link Asker}, else that of the session which
   * runs the command, else the person.
   *
   * @throws NotFound if it is run by a session that is not known here
   * @throws InvalidInput if it is run by a session that does not tell its id, as old clients do
   */
  static Sender of(Context context) {
    @Nullable String inherited = context.variable(Asker.CONVERSATION);
    if (inherited != null) {
      return new Sender.FromConversation(new ConversationId(inherited));
    }
    @Nullable String session = context.variable(SESSION);
    if (session != null) {
      ClaudeSessionId id = new ClaudeSessionId(session);
      return new Sender.FromConversation(context.engine().sessions().show(id).conversation());
    }
    if (context.variable(INSIDE) != null) {
      throw new InvalidInput(
          "speaker",
          "--from CONVERSATION, or " + SESSION,
          "a session of Claude Code without an id");
    }
    return Sender.PERSON;
  }
}
