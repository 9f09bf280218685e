package dev.engine.persistence;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionViews;
import dev.engine.persistence.convert.UtcText;
import java.util.ArrayList;
import java.util.List;

/** {@link SessionViews} in SQLite. */
final class SqliteSessionViews implements SessionViews {

  private final Transactions transactions;

  SqliteSessionViews(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Listed<Session> list(SessionFilter filter, Page page) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder query = new StringBuilder("SELECT * FROM sessions WHERE ");
    query.append(
        switch (filter.life()) {
          case LIVE -> "ended_at IS NULL";
          case ENDED -> "ended_at IS NOT NULL";
          case ANY -> "TRUE";
        });
    if (filter.role() != null) {
      query.append(" AND role = ?");
      parameters.add(filter.role().wireName());
    }
    if (filter.conversation() != null) {
      query.append(" AND conversation_id = ?");
      parameters.add(filter.conversation().value());
    }
    ORDER
        .start(page)
        .ifPresent(
            place -> {
              query.append(" AND (started_at, id) < (?, ?)");
              parameters.add(UtcText.of(place.at()));
              parameters.add(place.id().value());
            });
    query.append(" ORDER BY started_at DESC, id DESC LIMIT ?");
    parameters.add(page.rowsToFind());
    return ORDER.listed(found(query.toString(), parameters), page);
  }

  private List<Session> found(String query, List<Object> parameters) {
    return transactions.read(
        connection -> Sql.list(connection, SessionRows::read, query, parameters.toArray()));
  }
}
