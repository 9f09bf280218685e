package dev.engine.domain.content;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the journal is told of staged items. */
public final class StagedEvents {

  public static final EventKind STAGED = new EventKind("staged_item.staged");
  public static final EventKind RESOLVED = new EventKind("staged_item.resolved");

  private StagedEvents() {}

  /** What is told when {@code item} was laid out. */
  public static Happening staged(StagedItem item) {
    Facts facts =
        Facts.NONE
            .with("kind", item.kind())
            .with("title", item.title())
            .withKnown("expiresAt", expiresAt(item));
    return of(item, STAGED, item.stagedAt(), facts);
  }

  /** What is told when {@code item} was settled as {@code resolved} says. */
  public static Happening resolved(StagedItem item, StagedItem.State.Resolved resolved) {
    return of(item, RESOLVED, resolved.at(), Facts.NONE.with("verdict", resolved.verdict()));
  }

  private static @Nullable Instant expiresAt(StagedItem item) {
    return item.state() instanceof StagedItem.State.Staged staged ? staged.expiresAt() : null;
  }

  private static Happening of(StagedItem item, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.STAGED_ITEM, item.id().value());
    Provenance from = item.provenance();
    return new Happening(at, kind, from.conversation(), from.session(), subject, facts);
  }
}
