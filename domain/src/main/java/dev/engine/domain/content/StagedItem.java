package dev.engine.domain.content;

import dev.engine.domain.TextLength;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Terms;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something laid out for the person, and what they said. Its body, which may be long, is asked for
 * by itself: {@link StagedContent#body}.
 *
 * @param title one line of 1 to 200 characters
 */
public record StagedItem(
    StagedItemId id,
    Kind kind,
    String title,
    Provenance provenance,
    Instant stagedAt,
    State state) {

  /** Where a staged item stands. */
  public sealed interface State {

    /**
     * It waits for the person.
     *
     * @param expiresAt when it stops waiting; null if it never does
     */
    record Staged(@Nullable Instant expiresAt) implements State {}

    /**
     * It is settled.
     *
     * @param comment what the person said to it, at most 10,000 characters; empty for nothing
     */
    record Resolved(Verdict verdict, Instant at, String comment) implements State {

      private static final int MAX_COMMENT = 10_000;

      /**
       * @throws InvalidInput if the comment is too long
       */
      public Resolved {
        TextLength.checked("comment", comment, 0, MAX_COMMENT);
      }
    }
  }

  private static final int MAX_NOTICE_TITLE = 200;

  /** {@code exhibit} just laid out. */
  public static StagedItem staged(
      StagedItemId id,
      Exhibit exhibit,
      Provenance provenance,
      Instant at,
      @Nullable Instant expiresAt) {
    return new StagedItem(
        id, exhibit.kind(), exhibit.title(), provenance, at, new State.Staged(expiresAt));
  }

  public boolean isStaged() {
    return state instanceof State.Staged;
  }

  /** Whether its time has run out at {@code now}; never of a settled one. */
  public boolean isDue(Instant now) {
    return state instanceof State.Staged(Instant expiresAt)
        && expiresAt != null
        && !expiresAt.isAfter(now);
  }

  /** Settled as {@code resolved} says; one that is settled is returned as is. */
  public StagedItem resolved(State.Resolved resolved) {
    return isStaged() ? new StagedItem(id, kind, title, provenance, stagedAt, resolved) : this;
  }

  /**
   * What its conversation must be told: how it was settled. Empty if it is not or there is none.
   */
  public Optional<Notice> notice() {
    if (provenance.conversation() == null || !(state instanceof State.Resolved resolved)) {
      return Optional.empty();
    }
    return Optional.of(
        new Notice(
            provenance.conversation(),
            NotificationType.STAGED_RESOLVED,
            id.value(),
            resolved.verdict().speaker(),
            TextLength.headline(resolved.verdict().wireName() + ": " + title, MAX_NOTICE_TITLE),
            resolved.comment(),
            Terms.PLAIN));
  }
}
