package dev.engine.persistence;

import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.SessionId;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples of contexts as rows: the one place that knows which column holds what. */
final class SampleRows {

  private static final String INSERT =
      """
      INSERT INTO context_samples (session_id, at, used_percent, tokens, window, source)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String RECENT =
      "SELECT * FROM context_samples WHERE session_id = ? ORDER BY at DESC LIMIT ?";

  private SampleRows() {}

  /**
   * Adds the row.
   *
   * @param sample later than any other of its session
   */
  static void insert(Connection connection, ContextSample sample) throws SQLException {
    ContextReading reading = sample.reading();
    Sql.update(
        connection,
        INSERT,
        sample.session().value(),
        UtcText.of(reading.at()),
        reading.fill().percent(),
        reading.fill().tokens(),
        reading.fill().window(),
        reading.source().wireName());
  }

  /** The newest {@code most} of {@code session}, the newest first. */
  static List<ContextSample> recent(Connection connection, SessionId session, int most)
      throws SQLException {
    return Sql.list(connection, SampleRows::read, RECENT, session.value(), most);
  }

  /** Reads a row of {@code SELECT context_samples.*}. */
  static ContextSample read(ResultSet row) throws SQLException {
    Long percent = number(row, "used_percent");
    return new ContextSample(
        new SessionId(row.getString("session_id")),
        new ContextReading(
            new ContextFill(
                percent == null ? null : Math.toIntExact(percent),
                number(row, "tokens"),
                number(row, "window")),
            UtcText.parse(row.getString("at")),
            WireName.of("source", ContextSource.class, row.getString("source"))));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
