package dev.engine.persistence;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.Hours;
import dev.engine.domain.quiet.Quiet;
import dev.engine.domain.quiet.QuietTime;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of {@code quiet_times}. */
final class QuietRows {

  private static final String FLEET = "";

  private static final String SET =
      """
      INSERT INTO quiet_times (scope, kind, until, starts, ends, zone)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (scope, kind) DO UPDATE SET
        until = excluded.until,
        starts = excluded.starts,
        ends = excluded.ends,
        zone = excluded.zone
      """;

  private QuietRows() {}

  /** Those that hold for {@code conversation} itself, or for the fleet if it is null. */
  static List<QuietTime> of(Connection connection, @Nullable ConversationId conversation)
      throws SQLException {
    return Sql.list(
        connection,
        QuietRows::read,
        "SELECT * FROM quiet_times WHERE scope = ? ORDER BY kind",
        scope(conversation));
  }

  /** Whether {@code conversation} is left alone at {@code now}. */
  static boolean isQuiet(Connection connection, ConversationId conversation, Instant now)
      throws SQLException {
    List<QuietTime> all =
        Sql.list(
            connection,
            QuietRows::read,
            "SELECT * FROM quiet_times WHERE scope IN (?, ?)",
            FLEET,
            conversation.value());
    return all.stream().anyMatch(time -> time.covers(conversation, now));
  }

  /** Stores {@code time} in place of what was there. */
  static void set(Connection connection, QuietTime time) throws SQLException {
    Quiet.Spell spell = time.quiet() instanceof Quiet.Spell found ? found : null;
    Quiet.Daily daily = time.quiet() instanceof Quiet.Daily found ? found : null;
    Sql.update(
        connection,
        SET,
        scope(time.conversation()),
        time.quiet().kind().wireName(),
        spell == null || spell.until() == null ? null : UtcText.of(spell.until()),
        daily == null ? null : daily.hours().from().toString(),
        daily == null ? null : daily.hours().to().toString(),
        daily == null ? null : daily.zone().getId());
  }

  /** Takes away what {@link #of} finds. */
  static void clear(Connection connection, @Nullable ConversationId conversation)
      throws SQLException {
    Sql.update(connection, "DELETE FROM quiet_times WHERE scope = ?", scope(conversation));
  }

  static QuietTime read(ResultSet row) throws SQLException {
    String scope = row.getString("scope");
    ConversationId conversation = scope.equals(FLEET) ? null : new ConversationId(scope);
    return new QuietTime(conversation, quiet(row));
  }

  private static Quiet quiet(ResultSet row) throws SQLException {
    if (row.getString("kind").equals(Quiet.Kind.DAILY.wireName())) {
      return new Quiet.Daily(
          new Hours(
              LocalTime.parse(row.getString("starts")), LocalTime.parse(row.getString("ends"))),
          ZoneId.of(row.getString("zone")));
    }
    String until = row.getString("until");
    return new Quiet.Spell(until == null ? null : UtcText.parse(until));
  }

  private static String scope(@Nullable ConversationId conversation) {
    return conversation == null ? FLEET : conversation.value();
  }
}
