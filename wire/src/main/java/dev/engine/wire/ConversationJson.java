package dev.engine.wire;

import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notification;
import java.util.List;

/** A conversation on the wire. */
public record ConversationJson(
    ConversationId id,
    @Description("the one started first at the front") List<SessionJson> sessions,
    @Description("the 50 queued last, the last one at the front; the rest is a list of its own")
        List<NotificationJson> notifications) {

  /** With the notifications that were queued last, the last one at the front. */
  public static ConversationJson of(Conversation conversation, List<Notification> notices) {
    return new ConversationJson(
        conversation.id(),
        conversation.sessions().stream().map(SessionJson::of).toList(),
        notices.stream().map(NotificationJson::of).toList());
  }
}
