package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.ATTENTION_MARKS;

import dev.engine.domain.Limit;
import dev.engine.domain.attention.AttentionEvents;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.attention.AttentionMark;
import dev.engine.domain.attention.AttentionMarks;
import dev.engine.domain.attention.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** {@link AttentionMarks} in SQLite. */
final class JooqAttentionMarks implements AttentionMarks {

  /** A statement with many more parameters takes longer to prepare than to run. */
  private static final int AT_ONCE = 200;

  private final JooqTransactions transactions;
  private final JooqJournal journal;

  JooqAttentionMarks(JooqTransactions transactions, JooqJournal journal) {
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public Marking keep(AttentionMark mark) {
    return transactions.write(
        db -> {
          Optional<AttentionMark> before = find(db, mark);
          if (before.isPresent() && before.get().covers(mark)) {
            return new Marking.MarkedBefore(before.get());
          }
          store(db, mark);
          journal.add(db, AttentionEvents.marked(mark));
          return new Marking.MarkedNow(mark);
        });
  }

  @Override
  public List<AttentionMark> of(List<AttentionItem> items) {
    SortedMap<String, List<AttentionItem>> ofKinds = new TreeMap<>();
    for (AttentionItem item : items) {
      ofKinds.computeIfAbsent(item.kind().wireName(), kind -> new ArrayList<>()).add(item);
    }
    return transactions.read(
        db -> ofKinds.values().stream().flatMap(kind -> ofOneKind(db, kind)).toList());
  }

  private static Stream<AttentionMark> ofOneKind(DSLContext db, List<AttentionItem> items) {
    AttentionKind kind = items.getFirst().kind();
    List<String> subjects = items.stream().map(AttentionItem::subject).distinct().sorted().toList();
    List<AttentionMark> found = new ArrayList<>();
    for (int from = 0; from < subjects.size(); from += AT_ONCE) {
      List<String> some = subjects.subList(from, Math.min(from + AT_ONCE, subjects.size()));
      found.addAll(
          db.selectFrom(ATTENTION_MARKS)
              .where(ATTENTION_MARKS.KIND.eq(kind))
              .and(ATTENTION_MARKS.SUBJECT.in(some))
              .orderBy(ATTENTION_MARKS.SUBJECT)
              .fetch(JooqAttentionMarks::mark));
    }
    return found.stream();
  }

  @Override
  public List<AttentionMark> list(Limit limit) {
    return transactions.read(
        db ->
            db.selectFrom(ATTENTION_MARKS)
                .orderBy(
                    ATTENTION_MARKS.MARKED_AT.desc(),
                    ATTENTION_MARKS.KIND.desc(),
                    ATTENTION_MARKS.SUBJECT.desc())
                .limit(limit.rows())
                .fetch(JooqAttentionMarks::mark));
  }

  private static Optional<AttentionMark> find(DSLContext db, AttentionMark same) {
    return db.selectFrom(ATTENTION_MARKS)
        .where(ATTENTION_MARKS.KIND.eq(same.kind()))
        .and(ATTENTION_MARKS.SUBJECT.eq(same.subject()))
        .fetchOptional(JooqAttentionMarks::mark);
  }

  private static void store(DSLContext db, AttentionMark mark) {
    db.insertInto(ATTENTION_MARKS)
        .set(ATTENTION_MARKS.KIND, mark.kind())
        .set(ATTENTION_MARKS.SUBJECT, mark.subject())
        .set(ATTENTION_MARKS.SINCE, mark.since())
        .set(ATTENTION_MARKS.MARKED_AT, mark.at())
        .set(ATTENTION_MARKS.HIDDEN_UNTIL, mark.until())
        .onConflict(ATTENTION_MARKS.KIND, ATTENTION_MARKS.SUBJECT)
        .doUpdate()
        .set(ATTENTION_MARKS.SINCE, mark.since())
        .set(ATTENTION_MARKS.MARKED_AT, mark.at())
        .set(ATTENTION_MARKS.HIDDEN_UNTIL, mark.until())
        .execute();
  }

  private static AttentionMark mark(Record row) {
    return new AttentionMark(
        row.get(ATTENTION_MARKS.KIND),
        row.get(ATTENTION_MARKS.SUBJECT),
        row.get(ATTENTION_MARKS.SINCE),
        row.get(ATTENTION_MARKS.MARKED_AT),
        row.get(ATTENTION_MARKS.HIDDEN_UNTIL));
  }
}
