package dev.engine.persistence;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.ContextGauge;
import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.Continuation;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.ModelContext;
import dev.engine.domain.session.Origin;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.session.Report;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.session.TmuxServer;
import dev.engine.domain.session.Want;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sessions as rows: the one place that knows which column holds what. */
final class SessionRows {

  /** What can change of a session, in the order of {@link #changing}. */
  private static final String CHANGING =
      "current_state, status_text, waiting_for, waiting_since, ended_at, end_reason, last_seen_at,"
          + " continuation, cwd, transcript_path, model, tmux_window, tmux_pane, tmux_server, pid,"
          + " pid_started_at, pid_boot, pid_namespace, pid_start_ticks, context_number,"
          + " context_warning_level, context_percent, context_read_at, context_emptied_at,"
          + " context_stale_percent";

  /** SQLite refuses a statement that has not as many of these as columns. */
  private static final String CHANGING_VALUES =
      "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  private static final String INSERT =
      "INSERT INTO sessions ("
          + CHANGING
          + ", claude_session_id, role, mode, started_at, conversation_id, previous_session_id, id)"
          + " VALUES ("
          + CHANGING_VALUES
          + ", ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";

  private static final String UPDATE =
      "UPDATE sessions SET (" + CHANGING + ") = (" + CHANGING_VALUES + ") WHERE id = ?";

  /** The one that began last: a client's id may have been given to several. */
  private static final String NEWEST =
      "SELECT * FROM sessions WHERE claude_session_id = ? ORDER BY started_at DESC LIMIT 1";

  private static final String FILL =
      """
      UPDATE sessions
      SET context_percent = ?, context_read_at = ?, context_stale_percent = ?
      WHERE id = ? AND ended_at IS NULL
      """;

  /** Of all that reach a level, the row count says who was the first. */
  private static final String WARN =
      """
      UPDATE sessions SET context_warning_level = ?
      WHERE id = ? AND ended_at IS NULL AND context_warning_level < ?
      """;

  private SessionRows() {}

  /** The session that {@code claudeId} names, of several the one that began last. */
  static Optional<Session> findNewest(Connection connection, ClaudeSessionId claudeId)
      throws SQLException {
    return Sql.first(connection, SessionRows::read, NEWEST, claudeId.value());
  }

  /** Adds the row and says whether its id was free. */
  static boolean insert(Connection connection, Session session) throws SQLException {
    Origin origin = session.origin();
    int added =
        Sql.update(
            connection,
            INSERT,
            changing(
                session,
                session.claudeId().value(),
                session.assignment().role().wireName(),
                session.assignment().mode().wireName(),
                UtcText.of(origin.startedAt()),
                origin.conversation().value(),
                origin.previous() == null ? null : origin.previous().value(),
                session.id().value()));
    return added == 1;
  }

  /** Writes everything of a stored session that can change. */
  static void update(Connection connection, Session session) throws SQLException {
    Sql.update(connection, UPDATE, changing(session, session.id().value()));
  }

  /** The values of the columns that can change, with {@code others} behind them. */
  private static @Nullable Object[] changing(Session session, @Nullable Object... others) {
    Client client = session.client();
    ModelContext context = session.report().context();
    @Nullable Object[] values = {
      session.state().activity().wireName(),
      statusText(session.report()),
      waitingFor(session.state()),
      waitingSince(session.state()),
      endedAt(session.state()),
      endReason(session.state()),
      UtcText.of(session.report().lastSeenAt()),
      session.origin().continuation().wireName(),
      client.cwd(),
      client.transcriptPath(),
      client.model(),
      client.tmuxWindow(),
      client.tmuxPane(),
      tmuxServer(client),
      pid(client),
      pidStartedAt(client),
      pidBoot(client),
      pidNamespace(client),
      pidStartTicks(client),
      context.number(),
      context.warned().percent(),
      context.gauge().percent(),
      textOf(context.gauge().readAt()),
      textOf(context.gauge().emptiedAt()),
      context.gauge().stalePercent()
    };
    @Nullable Object[] all = Arrays.copyOf(values, values.length + others.length);
    System.arraycopy(others, 0, all, values.length, others.length);
    return all;
  }

  /** Writes how full the context of a stored session is, if it is live. */
  static void fill(Connection connection, Session session) throws SQLException {
    ContextGauge gauge = session.report().context().gauge();
    Sql.update(
        connection,
        FILL,
        gauge.percent(),
        textOf(gauge.readAt()),
        gauge.stalePercent(),
        session.id().value());
  }

  /** Raises the level that a live session was warned of, and says whether it was a lower one. */
  static boolean warn(Connection connection, Session session) throws SQLException {
    int level = session.report().context().warned().percent();
    return Sql.update(connection, WARN, level, session.id().value(), level) == 1;
  }

  /** Reads a row of {@code SELECT sessions.*}. */
  static Session read(ResultSet row) throws SQLException {
    return new Session(
        new SessionId(row.getString("id")),
        new ClaudeSessionId(row.getString("claude_session_id")),
        new Assignment(
            WireName.of("role", Role.class, row.getString("role")),
            WireName.of("mode", Mode.class, row.getString("mode"))),
        new Origin(
            new ConversationId(row.getString("conversation_id")),
            WireName.of("continuation", Continuation.class, row.getString("continuation")),
            nullable(row, "previous_session_id", SessionId::new),
            UtcText.parse(row.getString("started_at"))),
        new Client(
            row.getString("cwd"),
            row.getString("transcript_path"),
            process(row),
            row.getString("tmux_pane"),
            row.getString("tmux_window"),
            row.getString("model"),
            tmuxServer(row)),
        state(row),
        new Report(
            UtcText.parse(row.getString("last_seen_at")),
            nullable(row, "status_text", StatusText::new),
            new ModelContext(
                row.getInt("context_number"),
                ContextLevel.of(row.getInt("context_warning_level")),
                gauge(row))));
  }

  private static State state(ResultSet row) throws SQLException {
    Instant endedAt = nullable(row, "ended_at", UtcText::parse);
    if (endedAt != null) {
      return new State.Ended(
          endedAt, WireName.of("end reason", EndReason.class, row.getString("end_reason")));
    }
    Activity activity = WireName.of("state", Activity.class, row.getString("current_state"));
    Want want = nullable(row, "waiting_for", name -> WireName.of("want", Want.class, name));
    return want == null
        ? new State.Working(activity)
        : new State.Waiting(activity, want, UtcText.parse(row.getString("waiting_since")));
  }

  private static @Nullable ProcessIdentity process(ResultSet row) throws SQLException {
    long pid = row.getLong("pid");
    return row.wasNull()
        ? null
        : new ProcessIdentity(pid, nullable(row, "pid_started_at", UtcText::parse), birth(row));
  }

  private static @Nullable Birth birth(ResultSet row) throws SQLException {
    String boot = row.getString("pid_boot");
    return boot == null
        ? null
        : new Birth(
            new ProcessSpace(boot, row.getLong("pid_namespace")), row.getLong("pid_start_ticks"));
  }

  private static @Nullable TmuxServer tmuxServer(ResultSet row) throws SQLException {
    String text = row.getString("tmux_server");
    return text == null ? null : TmuxServer.named(text).orElse(null);
  }

  private static <T> @Nullable T nullable(ResultSet row, String column, Function<String, T> parse)
      throws SQLException {
    String text = row.getString(column);
    return text == null ? null : parse.apply(text);
  }

  private static ContextGauge gauge(ResultSet row) throws SQLException {
    return new ContextGauge(
        number(row, "context_percent"),
        nullable(row, "context_read_at", UtcText::parse),
        nullable(row, "context_emptied_at", UtcText::parse),
        number(row, "context_stale_percent"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable String textOf(@Nullable Instant time) {
    return time == null ? null : UtcText.of(time);
  }

  private static @Nullable String endedAt(State state) {
    return state instanceof State.Ended ended ? UtcText.of(ended.at()) : null;
  }

  private static @Nullable String endReason(State state) {
    return state instanceof State.Ended ended ? ended.reason().wireName() : null;
  }

  private static @Nullable String waitingFor(State state) {
    return state instanceof State.Waiting waiting ? waiting.want().wireName() : null;
  }

  private static @Nullable String waitingSince(State state) {
    return state instanceof State.Waiting waiting ? UtcText.of(waiting.since()) : null;
  }

  private static @Nullable String statusText(Report report) {
    return report.status() == null ? null : report.status().value();
  }

  private static @Nullable Long pid(Client client) {
    return client.process() == null ? null : client.process().pid();
  }

  private static @Nullable String pidStartedAt(Client client) {
    ProcessIdentity process = client.process();
    return process == null || process.startedAt() == null ? null : UtcText.of(process.startedAt());
  }

  private static @Nullable Birth birth(Client client) {
    return client.process() == null ? null : client.process().birth();
  }

  private static @Nullable String pidBoot(Client client) {
    Birth birth = birth(client);
    return birth == null ? null : birth.space().boot();
  }

  private static @Nullable Long pidNamespace(Client client) {
    Birth birth = birth(client);
    return birth == null ? null : birth.space().namespace();
  }

  private static @Nullable Long pidStartTicks(Client client) {
    Birth birth = birth(client);
    return birth == null ? null : birth.ticks();
  }

  private static @Nullable String tmuxServer(Client client) {
    return client.tmuxServer() == null ? null : client.tmuxServer().toString();
  }
}
