package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Journal;
import dev.engine.domain.journal.Pruning;
import dev.engine.domain.journal.Subject;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@link Journal} in SQLite. Its rows are written by the other ports: see {@link JournalRows}. */
final class SqliteJournal implements Journal {

  private static final String HEAD = "SELECT coalesce(max(id), 0) AS head FROM events";

  private static final String OLD =
      "FROM events WHERE at < ? AND id < (SELECT max(id) FROM events)";

  private final Transactions transactions;

  SqliteJournal(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Event> after(long position, EventFilter filter, Limit limit) {
    return events("id > ?", "ORDER BY id", position, filter, limit);
  }

  @Override
  public List<Event> before(long position, EventFilter filter, Limit limit) {
    return events("id < ?", "ORDER BY id DESC", position, filter, limit);
  }

  @Override
  public long head() {
    return transactions.read(SqliteJournal::head);
  }

  /** The same as {@code connection} sees it. */
  static long head(Connection connection) throws SQLException {
    return Sql.first(connection, row -> row.getLong("head"), HEAD).orElseThrow();
  }

  @Override
  public Pruning prune(Instant olderThan, Limit batch) {
    String before = UtcText.of(olderThan);
    return transactions.write(
        connection -> {
          int removed =
              Sql.update(
                  connection,
                  "DELETE FROM events WHERE id IN (SELECT id %s ORDER BY at LIMIT ?)"
                      .formatted(OLD),
                  before,
                  batch.rows());
          return isMoreLeft(connection, before)
              ? new Pruning.MoreLeft(removed)
              : new Pruning.Finished(removed);
        });
  }

  private static boolean isMoreLeft(Connection connection, String before) throws SQLException {
    return Sql.first(
            connection, row -> row.getLong("id"), "SELECT id %s LIMIT 1".formatted(OLD), before)
        .isPresent();
  }

  private List<Event> events(
      String side, String order, long position, EventFilter filter, Limit limit) {
    StringBuilder query = new StringBuilder("SELECT * FROM events WHERE ").append(side);
    List<Object> parameters = new ArrayList<>(List.of(position));
    if (filter.conversation() != null) {
      query.append(" AND conversation_id = ?");
      parameters.add(filter.conversation().value());
    }
    if (filter.session() != null) {
      query.append(" AND session_id = ?");
      parameters.add(filter.session().value());
    }
    Subject subject = filter.subject();
    if (subject != null) {
      query.append(" AND entity_kind = ? AND entity_id = ?");
      parameters.add(subject.kind().wireName());
      parameters.add(subject.id());
    }
    if (filter.kinds() != null) {
      query.append(" AND substr(kind, 1, ?) = ?");
      parameters.add(filter.kinds().value().length());
      parameters.add(filter.kinds().value());
    }
    query.append(' ').append(order).append(" LIMIT ?");
    parameters.add(limit.rows());
    return transactions.read(
        connection ->
            Sql.list(connection, JournalRows::read, query.toString(), parameters.toArray()));
  }
}
