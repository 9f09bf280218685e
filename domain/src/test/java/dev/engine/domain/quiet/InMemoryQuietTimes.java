package dev.engine.domain.quiet;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.InMemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link QuietTimes} for the tests of everything above storage. */
public final class InMemoryQuietTimes implements QuietTimes {

  private static final Comparator<QuietTime> ORDER =
      Comparator.<QuietTime, String>comparing(
              time -> time.conversation() == null ? "" : time.conversation().value())
          .thenComparing(time -> time.quiet().kind());

  private final List<QuietTime> all = new ArrayList<>();
  private final InMemoryJournal journal;

  public InMemoryQuietTimes(InMemoryJournal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized void set(QuietTime time, Instant at) {
    if (!all.contains(time)) {
      all.removeIf(
          other -> isOf(other, time.conversation()) && other.quiet().kind() == time.quiet().kind());
      all.add(time);
      journal.add(QuietEvents.set(time, at));
    }
  }

  @Override
  public synchronized List<QuietTime> clear(@Nullable ConversationId conversation, Instant at) {
    List<QuietTime> cleared = list().stream().filter(time -> isOf(time, conversation)).toList();
    all.removeAll(cleared);
    cleared.forEach(time -> journal.add(QuietEvents.cleared(time, at)));
    return cleared;
  }

  @Override
  public synchronized List<QuietTime> list() {
    return all.stream().sorted(ORDER).toList();
  }

  private static boolean isOf(QuietTime time, @Nullable ConversationId conversation) {
    return Objects.equals(time.conversation(), conversation);
  }
}
