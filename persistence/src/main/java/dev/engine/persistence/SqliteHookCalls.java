package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.HookTally;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.hook.Recording;
import dev.engine.domain.id.WireName;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link HookCalls} in SQLite. Plain JDBC: every hook needs it. */
final class SqliteHookCalls implements HookCalls {

  private static final String BY_ID = "SELECT * FROM hook_calls WHERE event_id = ?";

  private static final String RECENT =
      "SELECT * FROM hook_calls ORDER BY at DESC, event_id DESC LIMIT ?";

  private static final String TALLY =
      """
      SELECT door, outcome, microseconds / ? AS grains, count(*) AS calls FROM hook_calls
      WHERE at >= ?
      GROUP BY door, outcome, grains
      """;

  private static final String FORGET =
      """
      DELETE FROM hook_calls WHERE event_id IN (
        SELECT event_id FROM hook_calls WHERE at < ? ORDER BY at, event_id LIMIT ?)
      """;

  private final Transactions transactions;

  SqliteHookCalls(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Recording record(RecordedCall call) {
    return transactions.write(connection -> record(connection, call));
  }

  @Override
  public Optional<RecordedCall> find(HookEventId id) {
    return transactions.read(
        connection -> Sql.first(connection, HookCallRows::read, BY_ID, id.value()));
  }

  @Override
  public List<RecordedCall> recent(Limit limit) {
    return transactions.read(
        connection -> Sql.list(connection, HookCallRows::read, RECENT, limit.rows()));
  }

  @Override
  public List<HookTally> tally(Instant since) {
    long grain = HookTally.GRAIN.toNanos() / 1_000;
    return transactions.read(
        connection ->
            Sql.list(connection, SqliteHookCalls::tally, TALLY, grain, UtcText.of(since)).stream()
                .sorted(HookTally.IN_ORDER)
                .toList());
  }

  @Override
  public int forget(Instant before, Limit most) {
    return transactions.write(
        connection -> Sql.update(connection, FORGET, UtcText.of(before), most.rows()));
  }

  private static Recording record(Connection connection, RecordedCall call) throws SQLException {
    Optional<RecordedCall> before =
        Sql.first(connection, HookCallRows::read, BY_ID, call.arrival().eventId().value());
    if (before.isPresent()) {
      return new Recording.RecordedBefore(before.get());
    }
    HookCallRows.insert(connection, call);
    return new Recording.RecordedNow(call);
  }

  private static HookTally tally(ResultSet row) throws SQLException {
    return new HookTally(
        WireName.of("door", Door.class, row.getString("door")),
        WireName.of("outcome", HookOutcome.class, row.getString("outcome")),
        HookTally.GRAIN.multipliedBy(row.getLong("grains")),
        row.getInt("calls"));
  }
}
