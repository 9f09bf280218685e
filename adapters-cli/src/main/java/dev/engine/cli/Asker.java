package dev.engine.cli;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks by a command, and so is told what comes of it.
 *
 * @param session null if no session does that is known
 * @param conversation null for that of the session, and where there is none, for nobody
 */
record Asker(@Nullable SessionId session, @Nullable ConversationId conversation) {

  /** The variable with the conversation that somebody has handed over. */
  static final String CONVERSATION = "ENGINE_CONVERSATION_ID";

  private static final Asker NOBODY = new Asker(null, null);

  /**
   * What the surroundings say: the conversation that was handed over, else the session of Claude
   * Code that runs the command, else nobody, as where a person types it. Of a session that is not
   * known here the person beside the output is told, for what is asked is asked all the same.
   *
   * @throws InvalidInput if a variable holds something else
   */
  static Asker around(Context context) {
    @Nullable String inherited = context.variable(CONVERSATION);
    if (inherited != null) {
      return new Asker(null, new ConversationId(inherited));
    }
    @Nullable String own = context.variable(Speaker.SESSION);
    return own == null ? NOBODY : of(new ClaudeSessionId(own), context);
  }

  private static Asker of(ClaudeSessionId id, Context context) {
    Optional<Session> session = context.engine().sessions().find(id);
    if (session.isEmpty()) {
      context
          .output()
          .aside(
              "Session %s of Claude Code is not known here, so nobody is told what comes of it."
                  .formatted(id));
    }
    return session.map(known -> new Asker(known.id(), known.conversation())).orElse(NOBODY);
  }

  /**
   * The conversation that is told; null if none is.
   *
   * @throws NotFound if it is that of a session which does not exist
   */
  @Nullable ConversationId told(Context context) {
    if (conversation != null || session == null) {
      return conversation;
    }
    return context.engine().sessions().show(session).conversation();
  }
}
