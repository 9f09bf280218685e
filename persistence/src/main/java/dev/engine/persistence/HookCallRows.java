package dev.engine.persistence;

import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.id.WireName;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Calls of hooks as rows: the one place that knows which column holds what. */
final class HookCallRows {

  private static final String INSERT =
      """
      INSERT INTO hook_calls (event_id, event, at, microseconds, door, outcome)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (event_id) DO NOTHING
      """;

  private static final String MARK_AGAIN = "UPDATE hook_calls SET again_by = ? WHERE event_id = ?";

  private HookCallRows() {}

  /** Adds the row and says whether there was none with its event id. */
  static boolean insert(Connection connection, RecordedCall call) throws SQLException {
    Arrival arrival = call.arrival();
    int added =
        Sql.update(
            connection,
            INSERT,
            arrival.eventId().value(),
            arrival.event(),
            UtcText.of(call.at()),
            TimeUnit.NANOSECONDS.toMicros(arrival.took().toNanos()),
            arrival.door().wireName(),
            call.outcome().wireName());
    return added == 1;
  }

  /**
   * Remembers that {@code call} came again {@code by} a later way than the one by which it was
   * handled, and says whether it did.
   */
  static boolean markAgain(Connection connection, HookEventId call, Door by) throws SQLException {
    String query = "SELECT * FROM hook_calls WHERE event_id = ?";
    boolean isAgain =
        Sql.first(connection, HookCallRows::read, query, call.value())
            .filter(handled -> by.comesAfter(handled.arrival().door()))
            .isPresent();
    return isAgain && Sql.update(connection, MARK_AGAIN, by.wireName(), call.value()) == 1;
  }

  /** Whether {@code call} came again by a later way. */
  static boolean cameAgain(Connection connection, HookEventId call) throws SQLException {
    String query = "SELECT 1 FROM hook_calls WHERE event_id = ? AND again_by IS NOT NULL";
    return Sql.exists(connection, query, call.value());
  }

  /** Reads a row of {@code SELECT hook_calls.*}. */
  static RecordedCall read(ResultSet row) throws SQLException {
    Arrival arrival =
        new Arrival(
            new HookEventId(row.getString("event_id")),
            row.getString("event"),
            WireName.of("door", Door.class, row.getString("door")),
            Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(row.getLong("microseconds"))));
    return new RecordedCall(
        arrival,
        UtcText.parse(row.getString("at")),
        WireName.of("outcome", HookOutcome.class, row.getString("outcome")));
  }
}
