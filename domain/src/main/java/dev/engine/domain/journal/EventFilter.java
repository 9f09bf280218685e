package dev.engine.domain.journal;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader wants.
 *
 * @param conversation null for any
 * @param session null for any
 * @param subject null for any
 * @param kinds null for any
 */
public record EventFilter(
    @Nullable ConversationId conversation,
    @Nullable SessionId session,
    @Nullable Subject subject,
    @Nullable KindPrefix kinds) {

  /** Every event. */
  public static final EventFilter ALL = new EventFilter(null, null, null, null);

  /** The timeline of {@code conversation}. */
  public static EventFilter of(ConversationId conversation) {
    return new EventFilter(conversation, null, null, null);
  }

  /** The timeline of {@code session}. */
  public static EventFilter of(SessionId session) {
    return new EventFilter(null, session, null, null);
  }

  /** What happened to {@code subject}. */
  public static EventFilter of(Subject subject) {
    return new EventFilter(null, null, subject, null);
  }

  /** Whether it lets {@code happening} through. */
  public boolean lets(Happening happening) {
    return (conversation == null || conversation.equals(happening.conversation()))
        && (session == null || session.equals(happening.session()))
        && (subject == null || subject.equals(happening.subject()))
        && (kinds == null || kinds.isOf(happening.kind()));
  }
}
