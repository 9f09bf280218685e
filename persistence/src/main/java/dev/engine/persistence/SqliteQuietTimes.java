package dev.engine.persistence;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.quiet.QuietEvents;
import dev.engine.domain.quiet.QuietTime;
import dev.engine.domain.quiet.QuietTimes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link QuietTimes} in SQLite. */
final class SqliteQuietTimes implements QuietTimes {

  private static final String ALL = "SELECT * FROM quiet_times ORDER BY scope, kind";

  private final Transactions transactions;
  private final JournalRows journal;

  SqliteQuietTimes(Transactions transactions, JournalRows journal) {
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public void set(QuietTime time, Instant at) {
    transactions.write(
        connection -> {
          if (!QuietRows.of(connection, time.conversation()).contains(time)) {
            QuietRows.set(connection, time);
            journal.add(connection, List.of(QuietEvents.set(time, at)));
          }
          return time;
        });
  }

  @Override
  public List<QuietTime> clear(@Nullable ConversationId conversation, Instant at) {
    return transactions.write(
        connection -> {
          List<QuietTime> cleared = QuietRows.of(connection, conversation);
          QuietRows.clear(connection, conversation);
          List<Happening> told =
              cleared.stream().map(time -> QuietEvents.cleared(time, at)).toList();
          journal.add(connection, told);
          return cleared;
        });
  }

  @Override
  public List<QuietTime> list() {
    return transactions.read(connection -> Sql.list(connection, QuietRows::read, ALL));
  }
}
