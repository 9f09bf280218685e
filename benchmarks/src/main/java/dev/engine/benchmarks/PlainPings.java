package dev.engine.benchmarks;

import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.id.WireName;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingEvents;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.SessionId;
import dev.engine.persistence.convert.UtcText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the port of pings is compared with: the same statements with the same outcome in plain JDBC,
 * prepared once, on a connection with the same settings. Not safe for several threads.
 */
final class PlainPings implements PingsUnderTest {

  private final SplittableRandom random = new SplittableRandom();
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement insert;
  private final PreparedStatement tell;
  private final PreparedStatement find;
  private final PreparedStatement list;

  private PlainPings(Connection connection) throws SQLException {
    this.connection = connection;
    this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
    this.commit = connection.prepareStatement("COMMIT");
    this.insert =
        connection.prepareStatement(
            """
            INSERT INTO pings (id, session_id, conversation_id, message, urgency, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """);
    this.tell =
        connection.prepareStatement(
            """
            INSERT INTO events (
              at, kind, conversation_id, session_id, entity_kind, entity_id, actor, data)
            VALUES (?, ?, ?, ?, ?, ?, 'engine', ?)
            """);
    this.find = connection.prepareStatement("SELECT * FROM pings WHERE id = ?");
    this.list =
        connection.prepareStatement(
            "SELECT * FROM pings ORDER BY created_at DESC, id DESC LIMIT ?");
  }

  /** Opens the database {@code file}. */
  static PlainPings open(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement pragma = connection.createStatement()) {
      for (String setting :
          List.of(
              "busy_timeout = " + ScratchStore.PATIENCE.toMillis(),
              "journal_mode = WAL",
              "synchronous = FULL",
              "foreign_keys = ON",
              "trusted_schema = OFF",
              "cell_size_check = ON",
              "temp_store = MEMORY")) {
        pragma.execute("PRAGMA " + setting);
      }
    }
    return new PlainPings(connection);
  }

  @Override
  public Ping send(Appeal appeal, Instant at) throws SQLException {
    begin.execute();
    Ping sent = Ping.sent(PingId.random(random), appeal, at);
    bind(
        insert,
        sent.id().value(),
        appeal.session() == null ? null : appeal.session().value(),
        appeal.conversation() == null ? null : appeal.conversation().value(),
        appeal.message(),
        appeal.urgency().wireName(),
        UtcText.of(at));
    insert.executeUpdate();
    tell(PingEvents.sent(sent));
    commit.execute();
    return sent;
  }

  @Override
  public List<Ping> find(PingId id) throws SQLException {
    bind(find, id.value());
    return read(find);
  }

  @Override
  public List<Ping> list(Page page) throws SQLException {
    bind(list, page.rowsToFind());
    return read(list);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void tell(Happening happening) throws SQLException {
    Subject subject = Objects.requireNonNull(happening.subject());
    bind(
        tell,
        UtcText.of(happening.at()),
        happening.kind().value(),
        happening.conversation() == null ? null : happening.conversation().value(),
        happening.session() == null ? null : happening.session().value(),
        subject.kind().wireName(),
        subject.id(),
        happening.facts().json());
    tell.executeUpdate();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static List<Ping> read(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      List<Ping> pings = new ArrayList<>();
      while (row.next()) {
        pings.add(ping(row));
      }
      return pings;
    }
  }

  private static Ping ping(ResultSet row) throws SQLException {
    String session = row.getString("session_id");
    String conversation = row.getString("conversation_id");
    return new Ping(
        new PingId(row.getString("id")),
        new Appeal(
            session == null ? null : new SessionId(session),
            conversation == null ? null : new ConversationId(conversation),
            WireName.of("urgency", Urgency.class, row.getString("urgency")),
            row.getString("message")),
        UtcText.parse(row.getString("created_at")),
        state(row));
  }

  private static Ping.State state(ResultSet row) throws SQLException {
    Instant acknowledgedAt = time(row, "acknowledged_at");
    if (acknowledgedAt == null) {
      return new Ping.State.Open(time(row, "snoozed_until"));
    }
    Instant answeredAt = time(row, "answered_at");
    return answeredAt == null
        ? new Ping.State.Acknowledged(acknowledgedAt)
        : new Ping.State.Answered(acknowledgedAt, answeredAt, new Answer(row.getString("answer")));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UtcText.parse(text);
  }
}
