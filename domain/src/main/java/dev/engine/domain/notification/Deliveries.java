package dev.engine.domain.notification;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.quiet.QuietTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The ledger of what was told: how notifications reach the sessions of their conversations, once in
 * each context, through the answers to hooks.
 *
 * <p>A notification is claimed for one answer and counts as told when a later call of the same
 * session, in the same context, shows that the turn has gone on. A claim that cannot be fulfilled
 * any more goes back into the queue.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code DeliveriesContract} is this interface in tests.
 */
public interface Deliveries {

  /** As many as one answer carries: a turn is for its own matter. */
  int MOST_AT_ONCE = 5;

  /** How long a session may be silent after an offer until the notice is free for another one. */
  Duration SILENCE = Duration.ofMinutes(1);

  /** How often a notification is offered before somebody has to look at it. */
  int MOST_ATTEMPTS = 5;

  /**
   * Takes what {@code visit} shows for the ledger, then claims what its answer is to carry: the
   * most urgent first, of the equally urgent the oldest. What is no longer true or has expired is
   * settled on the way. A session that is not stored, or has ended, is told nothing; nor is one
   * whose call has come again by another way in the meantime.
   *
   * <p>The first session of a new day's chief is told what those of earlier days were not.
   */
  Handout visit(Visit visit);

  /**
   * Decides whether the session of {@code waiter} is to be woken, and if so, claims what it is
   * told. It is not woken while it does something, while its conversation is left alone (see {@link
   * QuietTimes}), or when its {@link WakeBudget} is spent.
   */
  Waking wake(Waiter waiter, Instant now);

  /**
   * Frees what the answer to {@code call} carried, or will carry: the hook has shown that it does
   * not use it, by bringing its event again, {@code by} a later way. This holds although a later
   * call may have confirmed it. If it was answered by that way, or a later one, what has come now
   * was only held up, and nothing is freed.
   *
   * @return what waits again, the oldest first
   */
  List<Notification> takeBack(HookEventId call, Door by, Instant at);

  /**
   * Frees what {@code waiter} was to be told by {@link #wake}: it was gone before it could read. A
   * wake that came to nothing does not count.
   *
   * @return what waits again, the oldest first
   */
  List<Notification> giveBack(HookEventId waiter, Instant at);

  /**
   * Settles what nobody comes by for: notifications that have expired, and claims of sessions that
   * have ended or begun another context.
   *
   * @return how many were settled, at most {@code most}
   */
  int settle(Instant now, Limit most);
}
