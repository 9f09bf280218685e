package dev.engine.domain.attention;

import dev.engine.domain.Limit;
import dev.engine.domain.journal.InMemoryJournal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@link AttentionMarks} for the tests of everything above storage. */
public final class InMemoryAttentionMarks implements AttentionMarks {

  private static final Comparator<AttentionMark> NEWEST_FIRST =
      Comparator.comparing(AttentionMark::at)
          .thenComparing(mark -> mark.kind().wireName())
          .thenComparing(AttentionMark::subject)
          .reversed();

  private static final Comparator<AttentionMark> BY_NAME =
      Comparator.<AttentionMark, String>comparing(mark -> mark.kind().wireName())
          .thenComparing(AttentionMark::subject);

  private record Key(AttentionKind kind, String subject) {}

  private final Map<Key, AttentionMark> marks = new HashMap<>();
  private final InMemoryJournal journal;

  public InMemoryAttentionMarks(InMemoryJournal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized Marking keep(AttentionMark mark) {
    Key key = new Key(mark.kind(), mark.subject());
    AttentionMark before = marks.get(key);
    if (before != null && before.covers(mark)) {
      return new Marking.MarkedBefore(before);
    }
    marks.put(key, mark);
    journal.add(AttentionEvents.marked(mark));
    return new Marking.MarkedNow(mark);
  }

  @Override
  public synchronized List<AttentionMark> of(List<AttentionItem> items) {
    return items.stream()
        .map(item -> marks.get(new Key(item.kind(), item.subject())))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(BY_NAME)
        .toList();
  }

  @Override
  public synchronized List<AttentionMark> list(Limit limit) {
    return marks.values().stream().sorted(NEWEST_FIRST).limit(limit.rows()).toList();
  }
}
