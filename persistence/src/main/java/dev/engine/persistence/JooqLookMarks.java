package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.LOOK_MARKS;

import dev.engine.domain.briefing.LookMark;
import dev.engine.domain.briefing.LookMarks;
import dev.engine.domain.briefing.Looking;
import dev.engine.domain.briefing.Reader;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** {@link LookMarks} in SQLite. */
final class JooqLookMarks implements LookMarks {

  private final JooqTransactions transactions;

  JooqLookMarks(JooqTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<LookMark> find(Reader reader) {
    return transactions.read(db -> find(db, reader));
  }

  @Override
  public Looking advance(Reader reader, long upTo, Instant at) {
    return transactions.write(
        db -> {
          int moved =
              db.insertInto(LOOK_MARKS)
                  .set(LOOK_MARKS.READER, reader)
                  .set(LOOK_MARKS.POSITION, upTo)
                  .set(LOOK_MARKS.LOOKED_AT, at)
                  .onConflict(LOOK_MARKS.READER)
                  .doUpdate()
                  .set(LOOK_MARKS.POSITION, upTo)
                  .set(LOOK_MARKS.LOOKED_AT, at)
                  .where(LOOK_MARKS.POSITION.le(upTo))
                  .execute();
          LookMark mark = find(db, reader).orElseThrow();
          return moved == 1 ? new Looking.LookedNow(mark) : new Looking.LookedBefore(mark);
        });
  }

  private static Optional<LookMark> find(DSLContext db, Reader reader) {
    return db.selectFrom(LOOK_MARKS)
        .where(LOOK_MARKS.READER.eq(reader))
        .fetchOptional(JooqLookMarks::mark);
  }

  private static LookMark mark(Record row) {
    return new LookMark(
        row.get(LOOK_MARKS.READER), row.get(LOOK_MARKS.POSITION), row.get(LOOK_MARKS.LOOKED_AT));
  }
}
