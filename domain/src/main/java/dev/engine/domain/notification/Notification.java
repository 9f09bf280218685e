package dev.engine.domain.notification;

import dev.engine.domain.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice that is stored, and how far it has come. */
public record Notification(NotificationId id, Notice notice, Instant createdAt, State state) {

  /** How far a notification has come. */
  public sealed interface State {

    Standing standing();

    /** The offer that has arrived, or may have or may yet; null if there is none. */
    default @Nullable Offer offer() {
      return null;
    }

    /** How often it was offered, as far as this state remembers. */
    default int attempts() {
      Offer last = offer();
      return last == null ? 0 : last.attempt();
    }

    /** When it was shown that it has arrived; null if it was not. */
    default @Nullable Instant confirmedAt() {
      return null;
    }

    /** When it was withdrawn, expired or given up; null if it was not. */
    default @Nullable Instant closedAt() {
      return null;
    }

    /**
     * It waits to be told.
     *
     * @param attempts how often it was offered so far
     * @param doubtful an offer that was given up, but may have arrived: in its context it is not
     *     repeated; null if none is in doubt
     */
    record Queued(int attempts, @Nullable Offer doubtful) implements State {
      @Override
      public Standing standing() {
        return Standing.QUEUED;
      }

      @Override
      public @Nullable Offer offer() {
        return doubtful;
      }
    }

    /** It was put into an answer; nothing has shown yet that this arrived. */
    record Offered(Offer offer) implements State {
      @Override
      public Standing standing() {
        return Standing.OFFERED;
      }
    }

    /**
     * It has arrived.
     *
     * @param at when the call was made that shows it
     */
    record Confirmed(Offer offer, Instant at) implements State {
      @Override
      public Instant confirmedAt() {
        return at;
      }

      @Override
      public Standing standing() {
        return Standing.CONFIRMED;
      }
    }

    /** It has arrived, and the person has opened it. */
    record Seen(Offer offer, Instant confirmedAt, Instant at) implements State {
      @Override
      public Standing standing() {
        return Standing.SEEN;
      }
    }

    /**
     * Nobody is told any more.
     *
     * @param reason one line
     */
    record Withdrawn(Instant at, String reason) implements State {
      @Override
      public Instant closedAt() {
        return at;
      }

      @Override
      public Standing standing() {
        return Standing.WITHDRAWN;
      }
    }

    /** Its time is over. */
    record Expired(Instant at) implements State {
      @Override
      public Instant closedAt() {
        return at;
      }

      @Override
      public Standing standing() {
        return Standing.EXPIRED;
      }
    }

    /**
     * It was offered as often as it may be, and is not known to have arrived.
     *
     * @param doubtful the last offer where it may still arrive, or have arrived; null if it did not
     */
    record Dead(Instant at, int attempts, @Nullable Offer doubtful) implements State {
      @Override
      public @Nullable Offer offer() {
        return doubtful;
      }

      @Override
      public Instant closedAt() {
        return at;
      }

      @Override
      public Standing standing() {
        return Standing.DEAD;
      }
    }
  }

  private static final State NEW = new State.Queued(0, null);

  /** A notice just stored. */
  public static Notification queued(NotificationId id, Notice notice, Instant at) {
    return new Notification(id, notice, at, NEW);
  }

  /** Whether it may still be told. */
  public boolean isWaiting() {
    return state instanceof State.Queued || state instanceof State.Offered;
  }

  /** Whether its time is over at {@code time}. */
  public boolean isExpiredAt(Instant time) {
    Instant end = notice.terms().expiresAt();
    return state instanceof State.Queued && end != null && !end.isAfter(time);
  }

  /** Whether {@code recipient} can be told at {@code time}, if it is still true. */
  public boolean isDueFor(Recipient recipient, Instant time) {
    Instant start = notice.terms().notBefore();
    return state instanceof State.Queued queued
        && (start == null || !start.isAfter(time))
        && (queued.doubtful() == null || !queued.doubtful().isIn(recipient));
  }

  /**
   * Claimed for the answer to the call of {@code visit}. One that is not queued is returned as is.
   */
  public Notification offered(Recipient to, Visit visit) {
    return state instanceof State.Queued queued
        ? with(
            new State.Offered(
                new Offer(
                    to.session(), to.context(), visit.call(), queued.attempts() + 1, visit.at())))
        : this;
  }

  /**
   * After {@code visit} of {@code recipient}, which shows that the turn has gone on: confirmed, if
   * it was offered, or may have arrived, in the same context and before that call. That holds for
   * one that was given up too.
   */
  public Notification provenBy(Recipient recipient, Visit visit) {
    Offer open = isWaiting() || state instanceof State.Dead ? state.offer() : null;
    return open != null && open.isAliveIn(recipient) && open.isFollowedBy(visit)
        ? with(new State.Confirmed(open, visit.at()))
        : this;
  }

  /**
   * What becomes of an offer that nothing has confirmed: it is given up when its context is gone,
   * or when its session has been silent for {@link Deliveries#SILENCE}.
   *
   * @param to the session it was offered to, as it is now
   */
  public Notification reconsidered(Recipient to, Instant now) {
    if (!(state instanceof State.Offered offered)) {
      return this;
    }
    Offer offer = offered.offer();
    if (!offer.isAliveIn(to)) {
      return givenUp(offer.attempt(), null, now);
    }
    Instant lastHeard = to.lastSeenAt().isAfter(offer.at()) ? to.lastSeenAt() : offer.at();
    boolean isSilent = Duration.between(lastHeard, now).compareTo(Deliveries.SILENCE) >= 0;
    return isSilent ? givenUp(offer.attempt(), offer, now) : this;
  }

  /**
   * Queued again, because its offer was never carried out, which does not count as an attempt. One
   * that is not offered, nor taken for confirmed or given up in doubt, is returned as is.
   */
  public Notification takenBack() {
    Offer unused = state.offer();
    return unused == null || state instanceof State.Seen
        ? this
        : with(new State.Queued(unused.attempt() - 1, null));
  }

  /** Nobody is told any more; one that does not wait is returned as is. */
  public Notification withdrawn(Instant at, String reason) {
    return isWaiting() ? with(new State.Withdrawn(at, reason)) : this;
  }

  /** Its time is over; one that is not queued is returned as is. */
  public Notification expired(Instant at) {
    return state instanceof State.Queued ? with(new State.Expired(at)) : this;
  }

  /** The person has opened what it led to; one that has not arrived is returned as is. */
  public Notification seen(Instant at) {
    return state instanceof State.Confirmed confirmed
        ? with(new State.Seen(confirmed.offer(), confirmed.at(), at))
        : this;
  }

  /** The same for another conversation. */
  public Notification movedTo(ConversationId other) {
    return new Notification(id, notice.to(other), createdAt, state);
  }

  private Notification givenUp(int attempts, @Nullable Offer doubtful, Instant now) {
    return with(
        attempts < Deliveries.MOST_ATTEMPTS
            ? new State.Queued(attempts, doubtful)
            : new State.Dead(now, attempts, doubtful));
  }

  private Notification with(State next) {
    return new Notification(id, notice, createdAt, next);
  }
}
