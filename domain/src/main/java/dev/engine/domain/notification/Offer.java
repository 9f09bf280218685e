package dev.engine.domain.notification;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.hook.HookOrder;
import dev.engine.domain.session.SessionId;
import java.time.Instant;

/**
 * One attempt to tell a notification: it was put into the answer to a hook. Who confirms it must
 * show that it was this one.
 *
 * @param to the session that the hook belongs to
 * @param context the number of that session's context at the time: in another one it is not known
 * @param carrier the call whose answer carries it
 * @param attempt counts from 1
 * @param at when the call was made
 */
public record Offer(SessionId to, int context, HookEventId carrier, int attempt, Instant at) {

  /** Whether it was made in the context that {@code recipient} has now. */
  public boolean isIn(Recipient recipient) {
    return to.equals(recipient.session()) && context == recipient.context();
  }

  /** Whether it may still arrive, or have arrived, before somebody who is there. */
  public boolean isAliveIn(Recipient recipient) {
    return recipient.isLive() && isIn(recipient);
  }

  /**
   * Whether {@code visit} came after the answer that carries it. Of one that is heard of late the
   * time decides alone, for it may be late by more than what clocks are set by.
   */
  public boolean isFollowedBy(Visit visit) {
    boolean isLater =
        visit.occasion() == Occasion.LATE_PROGRESS
            ? visit.at().isAfter(at)
            : HookOrder.isLater(visit.at(), at);
    return isLater && !visit.call().equals(carrier);
  }
}
