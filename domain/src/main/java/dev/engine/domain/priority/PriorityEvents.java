package dev.engine.domain.priority;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;
import java.util.List;

/** What the journal is told of priorities. */
public final class PriorityEvents {

  public static final EventKind ADDED = new EventKind("priority.added");
  public static final EventKind COMPLETED = new EventKind("priority.completed");
  public static final EventKind REOPENED = new EventKind("priority.reopened");
  public static final EventKind AMENDED = new EventKind("priority.amended");
  public static final EventKind MOVED = new EventKind("priority.moved");
  public static final EventKind REMOVED = new EventKind("priority.removed");

  private PriorityEvents() {}

  /** What is told when {@code priority} was added. */
  public static Happening added(Priority priority) {
    Facts facts = Facts.NONE.with("pool", priority.pool()).with("level", priority.level());
    return of(priority, ADDED, priority.createdAt(), facts);
  }

  /** What is told when {@code priority} was completed at {@code at}. */
  public static Happening completed(Priority priority, Instant at) {
    return of(priority, COMPLETED, at, Facts.NONE);
  }

  /** What is told when {@code priority} was reopened at {@code at}. */
  public static Happening reopened(Priority priority, Instant at) {
    return of(priority, REOPENED, at, Facts.NONE);
  }

  /** What is told when {@code before} became {@code after}; nothing if they are the same. */
  public static List<Happening> amended(Priority before, Priority after, Instant at) {
    if (after.equals(before)) {
      return List.of();
    }
    Facts facts = Facts.NONE;
    if (!after.content().equals(before.content())) {
      facts = facts.with("content", after.content());
    }
    if (after.level() != before.level()) {
      facts = facts.with("level", after.level());
    }
    return List.of(of(after, AMENDED, at, facts));
  }

  /** What is told when {@code priority} was moved to {@code place} at {@code at}. */
  public static Happening moved(Priority priority, Place place, Instant at) {
    return of(priority, MOVED, at, where(place).with("pool", priority.pool()));
  }

  /** What is told when {@code priority} was removed at {@code at}. */
  public static Happening removed(Priority priority, Instant at) {
    return of(priority, REMOVED, at, Facts.NONE);
  }

  private static Facts where(Place place) {
    return switch (place) {
      case Place.First first -> Facts.NONE.with("place", "first");
      case Place.Last last -> Facts.NONE.with("place", "last");
      case Place.EndOf end -> Facts.NONE.with("place", "last");
      case Place.Before before -> Facts.NONE.with("before", before.other());
    };
  }

  private static Happening of(Priority priority, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.PRIORITY, priority.id().value());
    return new Happening(at, kind, null, null, subject, facts);
  }
}
