package dev.engine.domain.notification;

import dev.engine.domain.session.SessionId;
import java.time.Instant;

/** A notice that is stored, and how far it has come. */
public record Notification(NotificationId id, Notice notice, Instant createdAt, State state) {

  /** How far a notification has come. */
  public sealed interface State {

    /** Nobody was told yet. */
    record Waiting() implements State {}

    /** It was given to a session of its conversation. */
    record Told(Instant at, SessionId to) implements State {}
  }

  /** A notice just stored. */
  public static Notification queued(NotificationId id, Notice notice, Instant at) {
    return new Notification(id, notice, at, new State.Waiting());
  }

  public boolean isWaiting() {
    return state instanceof State.Waiting;
  }
}
