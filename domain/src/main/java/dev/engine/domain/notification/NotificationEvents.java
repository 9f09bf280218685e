package dev.engine.domain.notification;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the journal is told of notifications. */
public final class NotificationEvents {

  public static final EventKind QUEUED = new EventKind("notification.queued");

  /** It was put into an answer. */
  public static final EventKind OFFERED = new EventKind("notification.offered");

  /** It has arrived. */
  public static final EventKind CONFIRMED = new EventKind("notification.confirmed");

  /** An offer came to nothing, and it waits again. */
  public static final EventKind RETURNED = new EventKind("notification.returned");

  public static final EventKind SEEN = new EventKind("notification.seen");
  public static final EventKind WITHDRAWN = new EventKind("notification.withdrawn");
  public static final EventKind EXPIRED = new EventKind("notification.expired");
  public static final EventKind DEAD = new EventKind("notification.dead");

  /** Another conversation is to be told instead. */
  public static final EventKind MOVED = new EventKind("notification.moved");

  /** A session that did nothing was told something, so that it goes on. */
  public static final EventKind WOKEN = new EventKind("session.woken");

  private static final String SILENCE = "silence";
  private static final String CONTEXT_GONE = "context_gone";

  private NotificationEvents() {}

  /** What is told when {@code notification} was queued. */
  public static Happening queued(Notification notification) {
    Notice notice = notification.notice();
    Facts facts =
        Facts.NONE
            .with("type", notice.type())
            .with("entityId", notice.entityId())
            .with("title", notice.title());
    return of(notification, QUEUED, notification.createdAt(), null, facts);
  }

  /** What is told when a claim, or its end, has made {@code next} of {@code before}. */
  public static Happening changed(Notification before, Notification next, Instant at) {
    State state = next.state();
    Offer offer = state.offer() == null ? before.state().offer() : state.offer();
    SessionId session = offer == null ? null : offer.to();
    return of(next, kind(next), at, session, facts(state, offer == null ? 0 : offer.attempt()));
  }

  /** What is told when {@code next} is for another conversation than {@code from}. */
  public static Happening moved(Notification next, ConversationId from, Instant at) {
    return of(next, MOVED, at, null, Facts.NONE.with("from", from));
  }

  /** What is told when {@code recipient} was woken to be told {@code handout}. */
  public static Happening woken(Recipient recipient, Handout handout, Instant at) {
    Facts facts = Facts.NONE.with("notices", handout.notifications().size());
    return new Happening(at, WOKEN, recipient.conversation(), recipient.session(), null, facts);
  }

  private static EventKind kind(Notification changed) {
    return switch (changed.state().standing()) {
      case QUEUED -> RETURNED;
      case OFFERED -> OFFERED;
      case CONFIRMED -> CONFIRMED;
      case SEEN -> SEEN;
      case WITHDRAWN -> WITHDRAWN;
      case EXPIRED -> EXPIRED;
      case DEAD -> DEAD;
    };
  }

  /** No switch over the types: see {@code Signal}. */
  private static Facts facts(State state, int attempt) {
    if (state instanceof State.Offered) {
      return Facts.NONE.with("attempt", attempt);
    }
    if (state instanceof State.Queued queued) {
      return Facts.NONE.with("reason", why(queued, attempt));
    }
    if (state instanceof State.Withdrawn withdrawn) {
      return Facts.NONE.with("reason", withdrawn.reason());
    }
    return state instanceof State.Dead dead
        ? Facts.NONE
            .with("attempts", dead.attempts())
            .with("reason", dead.doubtful() == null ? CONTEXT_GONE : SILENCE)
        : Facts.NONE;
  }

  /** Why the offer with the number {@code attempt} came to nothing. */
  private static String why(State.Queued queued, int attempt) {
    if (queued.doubtful() != null) {
      return SILENCE;
    }
    return queued.attempts() < attempt ? "answer_unused" : CONTEXT_GONE;
  }

  private static Happening of(
      Notification notification,
      EventKind kind,
      Instant at,
      @Nullable SessionId session,
      Facts facts) {
    Subject subject = new Subject(Subject.Kind.NOTIFICATION, notification.id().value());
    return new Happening(at, kind, notification.notice().conversation(), session, subject, facts);
  }
}
