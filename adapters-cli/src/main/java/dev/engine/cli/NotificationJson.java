package dev.engine.cli;

import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.Offer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification on the wire, with what the ledger says of it. Times are absent until they come.
 *
 * @param attempts how often it was offered
 * @param offeredAt when it was offered last, in a hook's answer
 * @param notifiedAt when it was sent by the offer that is known to have arrived
 * @param sessionId the session that was told by then
 */
record NotificationJson(
    String id,
    String conversationId,
    String type,
    String entityId,
    int generation,
    String sender,
    String urgency,
    String title,
    String body,
    String createdAt,
    String state,
    int attempts,
    @Nullable String offeredAt,
    @Nullable String offeredTo,
    @Nullable String confirmedAt,
    @Nullable String notifiedAt,
    @Nullable String sessionId,
    @Nullable String seenAt,
    @Nullable String closedAt,
    @Nullable String reason) {

  static NotificationJson of(Notification notification) {
    Notice notice = notification.notice();
    State state = notification.state();
    Offer offer = state.offer();
    Offer arrived = state.confirmedAt() == null ? null : offer;
    return new NotificationJson(
        notification.id().value(),
        notice.conversation().value(),
        notice.type().value(),
        notice.entityId(),
        notice.terms().generation(),
        notice.sender().wireName(),
        notice.terms().urgency().wireName(),
        notice.title(),
        notice.body(),
        notification.createdAt().toString(),
        state.standing().wireName(),
        state.attempts(),
        offer == null ? null : offer.at().toString(),
        offer == null ? null : offer.to().value(),
        text(state.confirmedAt()),
        arrived == null ? null : arrived.at().toString(),
        arrived == null ? null : arrived.to().value(),
        state instanceof State.Seen seen ? seen.at().toString() : null,
        text(state.closedAt()),
        state instanceof State.Withdrawn withdrawn ? withdrawn.reason() : null);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
