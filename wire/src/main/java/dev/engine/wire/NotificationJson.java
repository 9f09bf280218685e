package dev.engine.wire;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Offer;
import dev.engine.domain.notification.Standing;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification on the wire, with what the ledger says of it. Times are absent until they come.
 */
public record NotificationJson(
    NotificationId id,
    ConversationId conversationId,
    NotificationType type,
    @Description("the worker, ping or other thing it is about") String entityId,
    @Description("what happens to the same thing again is told under the next one") int generation,
    @Description("engine, person, conversation:ID or worker:ID") String sender,
    Urgency urgency,
    String title,
    String body,
    Instant createdAt,
    Standing state,
    @Description("how often it was offered") int attempts,
    @Description("when it was offered last, in the answer to a hook") @Nullable Instant offeredAt,
    @Description("the session that it was offered to last") @Nullable SessionId offeredTo,
    @Description("when a later call of the session showed that it had arrived")
        @Nullable Instant confirmedAt,
    @Description("when it was sent by the offer that has arrived") @Nullable Instant notifiedAt,
    @Description("the session that was told by then") @Nullable SessionId sessionId,
    @Nullable Instant seenAt,
    @Description("when it was withdrawn, expired or given up") @Nullable Instant closedAt,
    @Description("why it was withdrawn") @Nullable String reason) {

  public static NotificationJson of(Notification notification) {
    Notice notice = notification.notice();
    State state = notification.state();
    Offer offer = state.offer();
    Offer arrived = state.confirmedAt() == null ? null : offer;
    return new NotificationJson(
        notification.id(),
        notice.conversation(),
        notice.type(),
        notice.entityId(),
        notice.terms().generation(),
        notice.sender().wireName(),
        notice.terms().urgency(),
        notice.title(),
        notice.body(),
        notification.createdAt(),
        state.standing(),
        state.attempts(),
        offer == null ? null : offer.at(),
        offer == null ? null : offer.to(),
        state.confirmedAt(),
        arrived == null ? null : arrived.at(),
        arrived == null ? null : arrived.to(),
        state instanceof State.Seen seen ? seen.at() : null,
        state.closedAt(),
        state instanceof State.Withdrawn withdrawn ? withdrawn.reason() : null);
  }
}
