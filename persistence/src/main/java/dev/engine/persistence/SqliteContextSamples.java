package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.context.ContextNotice;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.context.ContextSamples;
import dev.engine.domain.context.Measurement;
import dev.engine.domain.context.Measuring;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Continuation;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionEvents;
import dev.engine.domain.session.SessionId;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@link ContextSamples} in SQLite. Plain JDBC: hooks take readings. */
final class SqliteContextSamples implements ContextSamples {

  private static final String PERCENT_OF =
      "SELECT context_percent FROM sessions WHERE id = ? AND context_percent IS NOT NULL";

  private static final String FORGET =
      """
      DELETE FROM context_samples WHERE (session_id, at) IN (
        SELECT session_id, at FROM context_samples WHERE at < ? ORDER BY at, session_id LIMIT ?)
      """;

  private final Transactions transactions;
  private final NoticeQueue notices;
  private final JournalRows journal;

  SqliteContextSamples(Transactions transactions, RandomGenerator random, JournalRows journal) {
    this.transactions = transactions;
    this.notices = new NoticeQueue(random, journal);
    this.journal = journal;
  }

  /** Most readings tell nothing new, and those need not wait for the writer. */
  @Override
  public Measuring record(ClaudeSessionId claudeId, ContextReading reading) {
    Measuring seen = transactions.read(connection -> measure(connection, claudeId, reading));
    return isKept(seen)
        ? transactions.write(connection -> store(connection, claudeId, reading))
        : seen;
  }

  @Override
  public List<ContextSample> recent(SessionId session, Limit limit) {
    return transactions.read(connection -> SampleRows.recent(connection, session, limit.rows()));
  }

  @Override
  public int forget(Instant before, Limit most) {
    return transactions.write(
        connection -> Sql.update(connection, FORGET, UtcText.of(before), most.rows()));
  }

  private Measuring store(Connection connection, ClaudeSessionId claudeId, ContextReading reading)
      throws SQLException {
    Measuring measuring = measure(connection, claudeId, reading);
    if (measuring instanceof Measuring.Taken taken) {
      keep(connection, taken.session(), taken.sample());
    } else if (measuring instanceof Measuring.Warned warned) {
      keep(connection, warned.session(), warned.sample());
      warn(connection, warned);
    }
    return measuring;
  }

  private static void keep(Connection connection, Session session, ContextSample sample)
      throws SQLException {
    SessionRows.fill(connection, session);
    SampleRows.insert(connection, sample);
  }

  private void warn(Connection connection, Measuring.Warned warned) throws SQLException {
    Session session = warned.session();
    if (SessionRows.warn(connection, session)) {
      Instant at = warned.sample().reading().at();
      int percent = warned.percentUsed();
      journal.add(connection, List.of(SessionEvents.contextWarned(session, percent, at)));
      notices.add(connection, ContextNotice.of(session, percent), at);
    }
  }

  private static Measuring measure(
      Connection connection, ClaudeSessionId claudeId, ContextReading reading) throws SQLException {
    Optional<Session> known = SessionRows.findNewest(connection, claudeId);
    if (known.isEmpty()) {
      return new Measuring.NotKnown(claudeId);
    }
    Session session = known.get();
    List<ContextSample> newest = SampleRows.recent(connection, session.id(), 1);
    return new Measurement(
            session, newest.isEmpty() ? null : newest.getFirst(), cleared(connection, session))
        .of(reading);
  }

  /** How full the context was that its client cleared for this session; null if it did not. */
  private static @Nullable Integer cleared(Connection connection, Session session)
      throws SQLException {
    SessionId previous = session.origin().previous();
    if (previous == null || session.origin().continuation() != Continuation.CLEAR) {
      return null;
    }
    return Sql.first(connection, row -> row.getInt(1), PERCENT_OF, previous.value()).orElse(null);
  }

  /** No switch: see {@code Signal}. */
  private static boolean isKept(Measuring measuring) {
    return measuring instanceof Measuring.Taken || measuring instanceof Measuring.Warned;
  }
}
