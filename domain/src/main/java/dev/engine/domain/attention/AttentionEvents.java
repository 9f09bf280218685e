package dev.engine.domain.attention;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/** What the journal is told of what the person has seen. Pings tell of themselves. */
public final class AttentionEvents {

  /** It is not shown again, unless it waits again. */
  public static final EventKind ACKNOWLEDGED = new EventKind("attention.acknowledged");

  /** It is not shown for a while. */
  public static final EventKind SNOOZED = new EventKind("attention.snoozed");

  private AttentionEvents() {}

  /** What is told when {@code mark} was kept. */
  public static Happening marked(AttentionMark mark) {
    Facts facts =
        Facts.NONE
            .with("kind", mark.kind())
            .with("subjectId", mark.subject())
            .withKnown("until", mark.until());
    return new Happening(
        mark.at(),
        mark.until() == null ? ACKNOWLEDGED : SNOOZED,
        null,
        session(mark),
        subject(mark),
        facts);
  }

  private static @Nullable SessionId session(AttentionMark mark) {
    return mark.kind() == AttentionKind.SESSION_WAITING ? new SessionId(mark.subject()) : null;
  }

  private static @Nullable Subject subject(AttentionMark mark) {
    Subject.Kind kind =
        switch (mark.kind()) {
          case PING, WORKER_ASKS -> Subject.Kind.PING;
          case WORKER_FAILED -> Subject.Kind.WORKER;
          case MISSION_FAILED, MISSION_SKIPPED -> Subject.Kind.MISSION;
          case MISSION_OVERDUE -> Subject.Kind.SCHEDULED_MISSION;
          case NOTICE_DEAD -> Subject.Kind.NOTIFICATION;
          case CANARY_LOST -> Subject.Kind.HOOKS;
          case SESSION_WAITING,
              MIGRATION_HELD,
              EVENTS_SET_ASIDE,
              BACKUP_FAILED,
              BACKUP_STALE,
              COPY_STALE,
              DISK_LOW,
              LOG_HELD ->
              null;
        };
    return kind == null ? null : new Subject(kind, mark.subject());
  }
}
