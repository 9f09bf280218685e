package dev.engine.cli;

import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import org.jspecify.annotations.Nullable;

/**
 * A notification on the wire.
 *
 * @param notifiedAt when a session was told; absent while it waits
 * @param sessionId the session that was told; absent while it waits
 */
record NotificationJson(
    String id,
    String conversationId,
    String type,
    String entityId,
    String title,
    String body,
    String createdAt,
    @Nullable String notifiedAt,
    @Nullable String sessionId) {

  static NotificationJson of(Notification notification) {
    Notice notice = notification.notice();
    State state = notification.state();
    return new NotificationJson(
        notification.id().value(),
        notice.conversation().value(),
        notice.type().value(),
        notice.entityId(),
        notice.title(),
        notice.body(),
        notification.createdAt().toString(),
        state instanceof State.Told told ? told.at().toString() : null,
        state instanceof State.Told told ? told.to().value() : null);
  }
}
