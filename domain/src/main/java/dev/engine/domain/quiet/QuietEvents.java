package dev.engine.domain.quiet;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import java.time.Instant;

/** What the journal is told of quiet times. */
public final class QuietEvents {

  public static final EventKind SET = new EventKind("quiet_time.set");
  public static final EventKind CLEARED = new EventKind("quiet_time.cleared");

  private QuietEvents() {}

  /** What is told when {@code time} was set. */
  public static Happening set(QuietTime time, Instant at) {
    return of(SET, time, at);
  }

  /** What is told when {@code time} was taken away. */
  public static Happening cleared(QuietTime time, Instant at) {
    return of(CLEARED, time, at);
  }

  private static Happening of(EventKind kind, QuietTime time, Instant at) {
    return new Happening(at, kind, time.conversation(), null, null, facts(time.quiet()));
  }

  private static Facts facts(Quiet quiet) {
    Facts kind = Facts.NONE.with("kind", quiet.kind());
    return switch (quiet) {
      case Quiet.Spell spell -> kind.withKnown("until", spell.until());
      case Quiet.Daily daily -> kind.with("hours", daily.hours()).with("zone", daily.zone());
    };
  }
}
