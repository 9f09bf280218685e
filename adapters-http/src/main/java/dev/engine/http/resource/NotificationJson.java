package dev.engine.http.resource;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.session.SessionId;
import dev.engine.http.json.Description;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notification on the wire. */
record NotificationJson(
    NotificationId id,
    ConversationId conversationId,
    NotificationType type,
    @Description("the worker, ping or other thing it is about") String entityId,
    String title,
    String body,
    Instant createdAt,
    @Description("when a session was told; absent while it waits") @Nullable Instant notifiedAt,
    @Description("the session that was told; absent while it waits")
        @Nullable SessionId sessionId) {

  static NotificationJson of(Notification notification) {
    Notice notice = notification.notice();
    State state = notification.state();
    return new NotificationJson(
        notification.id(),
        notice.conversation(),
        notice.type(),
        notice.entityId(),
        notice.title(),
        notice.body(),
        notification.createdAt(),
        state instanceof State.Told told ? told.at() : null,
        state instanceof State.Told told ? told.to() : null);
  }
}
