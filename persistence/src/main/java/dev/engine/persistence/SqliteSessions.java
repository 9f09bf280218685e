package dev.engine.persistence;

import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.session.Admission;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Ending;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Proof;
import dev.engine.domain.session.Relatives;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionEvents;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Settling;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.StatusChange;
import dev.engine.domain.session.StatusText;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@link Sessions} in SQLite. What an event means is decided by the domain, inside the lock. */
final class SqliteSessions implements Sessions {

  private static final String BY_ID = "SELECT * FROM sessions WHERE id = ?";

  /** A machine has few of these; the bound only keeps a strange file from being slow. */
  private static final int MOST_RELATIVES = 50;

  /** Whatever began while it still went on follows an earlier end of it, or none. */
  private static final String NOT_FOLLOWED =
      """
      NOT EXISTS (
        SELECT 1 FROM sessions next
        WHERE next.previous_session_id = sessions.id AND next.started_at >= sessions.ended_at)
      """;

  private final Transactions transactions;
  private final RandomGenerator random;
  private final JournalRows journal;

  SqliteSessions(Transactions transactions, RandomGenerator random, JournalRows journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
  }

  @Override
  public Observation observe(Sighting sighting) {
    return transactions.write(connection -> observe(connection, sighting));
  }

  @Override
  public Observation admit(Sighting first, Newcomer newcomer) {
    return transactions.write(
        connection -> {
          Observation observed = observe(connection, first);
          return observed instanceof Observation.NotKnown
              ? insert(connection, first, newcomer)
              : observed;
        });
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return transactions.read(connection -> find(connection, id));
  }

  @Override
  public Optional<Session> find(ClaudeSessionId claudeId) {
    return transactions.read(connection -> SessionRows.findNewest(connection, claudeId));
  }

  @Override
  public Ending end(SessionId id, Instant at, EndReason reason) {
    return transactions.write(connection -> end(connection, id, at, reason));
  }

  @Override
  public Settling settle(Session seen, Proof proof, Instant at) {
    return transactions.write(connection -> settle(connection, seen, proof, at));
  }

  @Override
  public StatusChange say(SessionId id, StatusText status, Instant at) {
    return transactions.write(connection -> say(connection, id, status, at));
  }

  private Observation observe(Connection connection, Sighting sighting) throws SQLException {
    Optional<Session> known = SessionRows.findNewest(connection, sighting.claudeId());
    if (known.isEmpty()) {
      return new Observation.NotKnown(sighting.claudeId());
    }
    Session before = known.get();
    Session next = before.after(sighting);
    HookOutcome outcome = next.equals(before) ? HookOutcome.UNCHANGED : HookOutcome.STORED;
    if (!remember(connection, sighting, outcome)) {
      return new Observation.HandledBefore(sighting.arrival().eventId());
    }
    recordTool(connection, sighting, before.id());
    journal.add(connection, SessionEvents.observed(before, next, sighting));
    if (next.equals(before)) {
      return new Observation.Unchanged(before);
    }
    SessionRows.update(connection, next);
    if (sighting.hasWaited() && next.isInAnotherContextThan(before)) {
      OfferRows.correct(connection, next, sighting.at());
    }
    return new Observation.Applied(next);
  }

  private Observation insert(Connection connection, Sighting first, Newcomer newcomer)
      throws SQLException {
    if (!remember(connection, first, HookOutcome.STORED)) {
      return new Observation.HandledBefore(first.arrival().eventId());
    }
    Relatives relatives = relatives(connection, first, newcomer);
    Admission admission = Admission.of(first, newcomer, relatives, random);
    if (admission.displaced() != null) {
      end(connection, admission.displaced(), first.at(), EndReason.CLEAR);
    }
    Session session = admitted(first, admission);
    while (!SessionRows.insert(connection, session)) {
      session = admitted(first, admission); // its id was taken
    }
    recordTool(connection, first, session.id());
    journal.add(connection, SessionEvents.admitted(session, first, admission.parent()));
    return new Observation.Admitted(session);
  }

  private static void recordTool(Connection connection, Sighting sighting, SessionId session)
      throws SQLException {
    if (sighting.tool() != null) {
      ToolCallRows.record(connection, sighting.tool(), session, sighting.at());
    }
  }

  /** Adds the row of its call, and says whether there was none: else nothing else may change. */
  private static boolean remember(Connection connection, Sighting sighting, HookOutcome outcome)
      throws SQLException {
    return HookCallRows.insert(
        connection, new RecordedCall(sighting.arrival(), sighting.at(), outcome));
  }

  private Session admitted(Sighting first, Admission admission) {
    return Session.admitted(
        SessionId.random(random), admission.assignment(), admission.origin(), first);
  }

  private static Optional<Session> find(Connection connection, SessionId id) throws SQLException {
    return Sql.first(connection, SessionRows::read, BY_ID, id.value());
  }

  private Ending end(Connection connection, SessionId id, Instant at, EndReason reason)
      throws SQLException {
    Optional<Session> stored = find(connection, id);
    if (stored.isEmpty()) {
      return new Ending.NoSuchSession(id);
    }
    if (!stored.get().isLive()) {
      return new Ending.EndedBefore(stored.get());
    }
    Session ended = stored.get().end(at, reason);
    SessionRows.update(connection, ended);
    journal.add(connection, SessionEvents.ended(ended, at));
    return new Ending.EndedNow(ended);
  }

  private Settling settle(Connection connection, Session seen, Proof proof, Instant at)
      throws SQLException {
    Optional<Session> stored = find(connection, seen.id());
    if (stored.isEmpty()) {
      return new Settling.NoSuchSession(seen.id());
    }
    if (!stored.get().isUnseenSince(seen)) {
      return new Settling.Outdated(stored.get());
    }
    Session settled = stored.get().settledBy(proof, at);
    if (settled.equals(stored.get())) {
      return new Settling.AsBefore(settled);
    }
    SessionRows.update(connection, settled);
    journal.add(connection, SessionEvents.settled(stored.get(), settled, proof, at));
    return new Settling.Settled(settled);
  }

  private StatusChange say(Connection connection, SessionId id, StatusText status, Instant at)
      throws SQLException {
    Optional<Session> stored = find(connection, id);
    if (stored.isEmpty()) {
      return new StatusChange.NoSuchSession(id);
    }
    if (!stored.get().isLive()) {
      return new StatusChange.AlreadyEnded(stored.get());
    }
    Session said = stored.get().saying(status);
    SessionRows.update(connection, said);
    journal.add(connection, SessionEvents.said(stored.get(), said, at));
    return new StatusChange.Said(said);
  }

  private static Relatives relatives(Connection connection, Sighting first, Newcomer newcomer)
      throws SQLException {
    return new Relatives(
        cleared(connection, first),
        alive(connection, first.client(), newcomer.ancestors()),
        newcomer.handed() == null
            ? List.of()
            : newest(connection, "conversation_id = ?", newcomer.handed().value(), 1),
        newest(connection, "role = ?", "chief", 1).stream().findFirst().orElse(null));
  }

  /** One query for each way to be related, so that each can use the index made for it. */
  private static List<Session> cleared(Connection connection, Sighting first) throws SQLException {
    Client client = first.client();
    List<Session> cleared = new ArrayList<>();
    cleared.addAll(clearedBy(connection, "pid = ?", pid(client.process())));
    cleared.addAll(clearedBy(connection, "tmux_pane = ?", client.tmuxPane()));
    cleared.addAll(clearedLatelyIn(connection, client.cwd(), Admission.earliestClear(first)));
    return cleared;
  }

  private static List<Session> clearedBy(
      Connection connection, String condition, @Nullable Object... values) throws SQLException {
    if (values[0] == null) {
      return List.of();
    }
    return Sql.list(
        connection,
        SessionRows::read,
        "SELECT * FROM sessions WHERE %s AND end_reason = 'clear' AND %s ORDER BY ended_at DESC LIMIT %d"
            .formatted(condition, NOT_FOLLOWED, MOST_RELATIVES),
        values);
  }

  /** All sessions of a project may have been in one directory, and most of them are followed. */
  private static List<Session> clearedLatelyIn(
      Connection connection, @Nullable String cwd, Instant since) throws SQLException {
    return clearedBy(connection, "cwd = ? AND ended_at >= ?", cwd, UtcText.of(since));
  }

  private static List<Session> alive(
      Connection connection, Client client, List<ProcessIdentity> ancestors) throws SQLException {
    List<Session> alive = new ArrayList<>();
    if (client.process() != null) {
      alive.addAll(live(connection, "pid", client.process().pid()));
    }
    if (client.tmuxPane() != null) {
      alive.addAll(live(connection, "tmux_pane", client.tmuxPane()));
    }
    for (ProcessIdentity ancestor : ancestors) {
      alive.addAll(live(connection, "pid", ancestor.pid()));
    }
    return alive;
  }

  private static List<Session> live(Connection connection, String column, Object value)
      throws SQLException {
    return newest(connection, column + " = ? AND ended_at IS NULL", value, MOST_RELATIVES);
  }

  private static List<Session> newest(
      Connection connection, String condition, Object value, int most) throws SQLException {
    return Sql.list(
        connection,
        SessionRows::read,
        "SELECT * FROM sessions WHERE %s ORDER BY started_at DESC LIMIT %d"
            .formatted(condition, most),
        value);
  }

  private static @Nullable Long pid(@Nullable ProcessIdentity process) {
    return process == null ? null : process.pid();
  }
}
