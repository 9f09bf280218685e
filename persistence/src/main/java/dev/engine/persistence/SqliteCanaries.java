package dev.engine.persistence;

import dev.engine.domain.hook.Canaries;
import dev.engine.domain.hook.CanaryEvents;
import dev.engine.domain.hook.CanaryResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link Canaries} in the journal of an SQLite file. */
final class SqliteCanaries implements Canaries {

  private static final String LAST =
      "SELECT * FROM events WHERE entity_kind = ? AND entity_id = ? ORDER BY id DESC LIMIT 1";

  private final Transactions transactions;
  private final JournalRows journal;

  SqliteCanaries(Transactions transactions, JournalRows journal) {
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public CanaryResult record(int arrivedCount, List<String> lost, Instant at) {
    return transactions.write(
        connection -> {
          CanaryResult before = last(connection).orElse(null);
          CanaryResult run = CanaryResult.following(before, arrivedCount, lost, at);
          journal.add(connection, List.of(CanaryEvents.flown(run)));
          return run;
        });
  }

  @Override
  public Optional<CanaryResult> last() {
    return transactions.read(SqliteCanaries::last);
  }

  private static Optional<CanaryResult> last(Connection connection) throws SQLException {
    return Sql.first(
            connection,
            JournalRows::read,
            LAST,
            CanaryEvents.HOOKS.kind().wireName(),
            CanaryEvents.HOOKS.id())
        .map(event -> CanaryEvents.run(event.happening()));
  }
}
