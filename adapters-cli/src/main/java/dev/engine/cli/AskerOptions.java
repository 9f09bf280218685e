package dev.engine.cli;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --session} and {@code --conversation}, which a session of Claude Code need not say. */
final class AskerOptions {

  @Option(names = "--session", paramLabel = "ID", description = "The session that asks.")
  private @Nullable SessionId session;

  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description =
          "Who is told what comes of it (default: that of --session, else ENGINE_CONVERSATION_ID,"
              + " else that of the session of Claude Code which runs this command).")
  private @Nullable ConversationId conversation;

  /** Who asks, by these options or else by the surroundings. */
  Asker asker(Context context) {
    return session == null && conversation == null
        ? Asker.around(context)
        : new Asker(session, conversation);
  }
}
