package dev.engine.mcp.tool;

import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import org.jspecify.annotations.Nullable;

/**
 * A notification on the wire. Times are absent until they come.
 *
 * @param state how far it has come, such as {@code queued}
 */
record NotificationJson(
    String id,
    String conversationId,
    String type,
    String entityId,
    String sender,
    String urgency,
    String title,
    String body,
    String createdAt,
    String state,
    @Nullable String confirmedAt,
    @Nullable String closedAt) {

  static NotificationJson of(Notification notification) {
    Notice notice = notification.notice();
    State state = notification.state();
    return new NotificationJson(
        notification.id().value(),
        notice.conversation().value(),
        notice.type().value(),
        notice.entityId(),
        notice.sender().wireName(),
        notice.terms().urgency().wireName(),
        notice.title(),
        notice.body(),
        notification.createdAt().toString(),
        state.standing().wireName(),
        Said.text(state.confirmedAt()),
        Said.text(state.closedAt()));
  }
}
