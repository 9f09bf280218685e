package dev.engine.domain.ping;

import dev.engine.domain.TextLength;
import dev.engine.domain.Urgency;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.Terms;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An appeal to the person, and how far it has come. */
public record Ping(PingId id, Appeal appeal, Instant createdAt, State state) {

  /** As much of the question as the title of its answer repeats. */
  private static final int QUOTE_LENGTH = 120;

  /** How far a ping has come. */
  public sealed interface State {

    /**
     * Nobody has looked at it.
     *
     * @param snoozedUntil when it may ask for attention again; null if it was never put off
     */
    record Open(@Nullable Instant snoozedUntil) implements State {}

    /** The person has seen it and not answered. */
    record Acknowledged(Instant at) implements State {}

    /**
     * The person has answered it.
     *
     * @param acknowledgedAt when they had seen it, which is no later than the answer
     */
    record Answered(Instant acknowledgedAt, Instant at, Answer answer) implements State {}
  }

  /** A ping just sent. */
  public static Ping sent(PingId id, Appeal appeal, Instant at) {
    return new Ping(id, appeal, at, new State.Open(null));
  }

  public boolean isOpen() {
    return state instanceof State.Open;
  }

  public boolean isAnswered() {
    return state instanceof State.Answered;
  }

  /** Whether it is open and not put off beyond {@code now}. */
  public boolean needsAttentionAt(Instant now) {
    return state instanceof State.Open open
        && (open.snoozedUntil() == null || !open.snoozedUntil().isAfter(now));
  }

  /** Seen at {@code at}; a ping that was seen before is returned as is: the first time stands. */
  public Ping acknowledged(Instant at) {
    return isOpen() ? with(new State.Acknowledged(at)) : this;
  }

  /** Answered at {@code at}; an answered ping is returned as is: the first answer stands. */
  public Ping answered(Instant at, Answer answer) {
    return switch (state) {
      case State.Open open -> with(new State.Answered(at, at, answer));
      case State.Acknowledged seen -> with(new State.Answered(seen.at(), at, answer));
      case State.Answered before -> this;
    };
  }

  /** Put off until {@code until}; a ping that is not open is returned as is. */
  public Ping snoozed(Instant until) {
    return isOpen() ? with(new State.Open(until)) : this;
  }

  /**
   * What the asking conversation is told of the answer; empty without either of the two. It is
   * urgent: who asks the person as a rule cannot go on without them.
   */
  public Optional<Notice> answerNotice() {
    if (!(state instanceof State.Answered answered) || appeal.conversation() == null) {
      return Optional.empty();
    }
    String question = TextLength.headline(appeal.message(), QUOTE_LENGTH);
    return Optional.of(
        new Notice(
            appeal.conversation(),
            NotificationType.PING_ANSWERED,
            id.value(),
            Sender.PERSON,
            "answer to ping %s: %s".formatted(id, question),
            answered.answer().text(),
            Terms.PLAIN.with(Urgency.HIGH)));
  }

  private Ping with(State next) {
    return new Ping(id, appeal, createdAt, next);
  }
}
