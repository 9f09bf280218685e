package dev.engine.domain.attention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the person has seen something that waits for them, or puts it off.
 *
 * @param subject as {@link AttentionItem#subject}
 * @param since as {@link AttentionItem#since}: if it waits again, it does so since another time
 * @param at when the person said so
 * @param until when it may be shown again; null for never
 */
public record AttentionMark(
    AttentionKind kind, String subject, Instant since, Instant at, @Nullable Instant until) {

  /** Whether it keeps {@code item} from being shown at {@code now}. */
  public boolean hides(AttentionItem item, Instant now) {
    return isAbout(item) && (until == null || until.isAfter(now));
  }

  private boolean isAbout(AttentionItem item) {
    return kind == item.kind() && subject.equals(item.subject()) && since.equals(item.since());
  }

  /** Whether this says already what {@code other} would say, so that nothing changes. */
  public boolean covers(AttentionMark other) {
    return until == null
        && kind == other.kind
        && subject.equals(other.subject)
        && since.equals(other.since);
  }
}
