package dev.engine.persistence;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.conversation.ConversationSummary;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.persistence.convert.UtcText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link Conversations} in SQLite, where a conversation is what its sessions have in common. */
final class SqliteConversations implements Conversations {

  private static final String LINEAGE =
      "SELECT * FROM sessions WHERE conversation_id = ? ORDER BY started_at, id";

  /** Only a session that no later one follows stands for its conversation. */
  private static final String SUMMARIES =
      """
      SELECT
        sessions.*,
        (SELECT count(*) FROM sessions every
          WHERE every.conversation_id = sessions.conversation_id) AS session_count,
        (SELECT count(*) FROM sessions live
          WHERE live.conversation_id = sessions.conversation_id
            AND live.ended_at IS NULL) AS live_count,
        %s AS waiting_count
      FROM sessions
      WHERE (sessions.started_at, sessions.id) < (?, ?)
        AND NOT EXISTS (
          SELECT 1 FROM sessions later
          WHERE later.conversation_id = sessions.conversation_id
            AND (later.started_at, later.id) > (sessions.started_at, sessions.id))
      ORDER BY sessions.started_at DESC, sessions.id DESC
      LIMIT ?
      """
          .formatted(NoticeRows.WAITING_COUNT);

  /** Behind which all of them are: later than any moment that a store can hold. */
  private static final TimePlace<SessionId> FRONT =
      new TimePlace<>(Instant.parse("9999-12-31T23:59:59.999Z"), new SessionId("ffffffff"));

  private final Transactions transactions;

  SqliteConversations(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Conversation> find(ConversationId id) {
    List<Session> sessions =
        transactions.read(
            connection -> Sql.list(connection, SessionRows::read, LINEAGE, id.value()));
    return sessions.isEmpty() ? Optional.empty() : Optional.of(new Conversation(id, sessions));
  }

  @Override
  public Listed<ConversationSummary> list(Page page) {
    TimePlace<SessionId> start = ORDER.start(page).orElse(FRONT);
    return ORDER.listed(
        transactions.read(
            connection ->
                Sql.list(
                    connection,
                    SqliteConversations::summary,
                    SUMMARIES,
                    UtcText.of(start.at()),
                    start.id().value(),
                    page.rowsToFind())),
        page);
  }

  private static ConversationSummary summary(ResultSet row) throws SQLException {
    Session newest = SessionRows.read(row);
    return new ConversationSummary(
        newest.conversation(),
        newest,
        row.getInt("session_count"),
        row.getInt("live_count"),
        row.getInt("waiting_count"));
  }
}
