package dev.engine.persistence;

import dev.engine.domain.journal.Happening;
import java.util.List;
import org.jooq.DSLContext;

/** {@link JournalRows} for ports that are written in jOOQ. */
final class JooqJournal {

  private final JournalRows rows;

  JooqJournal(JournalRows rows) {
    this.rows = rows;
  }

  /** The rows themselves, for what is written by plain JDBC in the same transaction. */
  JournalRows rows() {
    return rows;
  }

  /**
   * Adds a row.
   *
   * @param db inside a write transaction
   */
  void add(DSLContext db, Happening happening) {
    add(db, List.of(happening));
  }

  /** Adds a row for each of {@code happenings}, in this order. */
  void add(DSLContext db, List<Happening> happenings) {
    db.connection(connection -> rows.add(connection, happenings));
  }
}
