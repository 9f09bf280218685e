package dev.engine.domain.notification;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import java.time.Instant;

/**
 * A session, as far as telling it something goes.
 *
 * @param context the number of its model's context
 * @param lastSeenAt when its newest event happened
 */
public record Recipient(
    SessionId session,
    ConversationId conversation,
    int context,
    boolean isLive,
    Instant lastSeenAt) {

  /**
   * Whether it is told what the chief of an earlier day was not: the first time that the chief of a
   * new day comes by, and afterwards what nobody of that earlier day is there for.
   *
   * @param visit its own
   * @param isSomebodyThere whether a session of the earlier day is live
   */
  public boolean takesOver(Visit visit, boolean isSomebodyThere) {
    return !isSomebodyThere || (context == 1 && visit.occasion() == Occasion.BEGINNING);
  }
}
