package dev.engine.domain.content;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Where a staged item comes from.
 *
 * @param conversation is told of the verdict; null if nobody is to be told
 * @param session that staged it; null if no session did
 * @param source null if its text came from no file
 */
public record Provenance(
    @Nullable ConversationId conversation,
    @Nullable SessionId session,
    @Nullable SourceFile source) {

  /** Of something that came from nowhere in particular. */
  public static final Provenance UNKNOWN = new Provenance(null, null, null);

  /** From {@code file}. */
  public Provenance from(SourceFile file) {
    return new Provenance(conversation, session, file);
  }

  /** With {@code addressee} to be told of the verdict. */
  public Provenance telling(ConversationId addressee) {
    return new Provenance(addressee, session, source);
  }
}
