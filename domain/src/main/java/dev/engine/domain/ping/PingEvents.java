package dev.engine.domain.ping;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;
import java.util.List;

/** What the journal is told of pings. What was asked and answered stays with the ping. */
public final class PingEvents {

  public static final EventKind SENT = new EventKind("ping.sent");
  public static final EventKind ACKNOWLEDGED = new EventKind("ping.acknowledged");
  public static final EventKind ANSWERED = new EventKind("ping.answered");
  public static final EventKind SNOOZED = new EventKind("ping.snoozed");

  private PingEvents() {}

  /** What is told when {@code ping} was sent. */
  public static Happening sent(Ping ping) {
    Facts facts = Facts.NONE.with("urgency", ping.appeal().urgency());
    return of(ping, SENT, ping.createdAt(), facts);
  }

  /** What is told when {@code ping} was seen at {@code at}. */
  public static Happening acknowledged(Ping ping, Instant at) {
    return of(ping, ACKNOWLEDGED, at, Facts.NONE);
  }

  /** What is told when {@code ping} was answered at {@code at}. */
  public static Happening answered(Ping ping, Instant at) {
    return of(ping, ANSWERED, at, Facts.NONE);
  }

  /** What is told when {@code before} was put off and is {@code after}; nothing if it was so. */
  public static List<Happening> snoozed(Ping before, Ping after, Instant at) {
    return after.state() instanceof Ping.State.Open open && !after.equals(before)
        ? List.of(of(after, SNOOZED, at, Facts.NONE.withKnown("until", open.snoozedUntil())))
        : List.of();
  }

  private static Happening of(Ping ping, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.PING, ping.id().value());
    Appeal appeal = ping.appeal();
    return new Happening(at, kind, appeal.conversation(), appeal.session(), subject, facts);
  }
}
