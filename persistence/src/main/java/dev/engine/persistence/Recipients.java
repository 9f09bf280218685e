package dev.engine.persistence;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Recipient;
import dev.engine.domain.session.SessionId;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Sessions as rows, as far as telling them something goes. */
final class Recipients {

  private static final String BY_ID = "SELECT * FROM sessions WHERE id = ?";

  private static final String LIVE_IN =
      "SELECT 1 FROM sessions WHERE conversation_id = ? AND ended_at IS NULL LIMIT 1";

  private Recipients() {}

  static Optional<Recipient> find(Connection connection, SessionId session) throws SQLException {
    return Sql.first(connection, Recipients::read, BY_ID, session.value());
  }

  static boolean isSomebodyIn(Connection connection, ConversationId conversation)
      throws SQLException {
    return Sql.exists(connection, LIVE_IN, conversation.value());
  }

  /** Before which the earlier days of a chief are; for another role nothing is. */
  static String chiefsDay(Recipient recipient) {
    ConversationId conversation = recipient.conversation();
    return conversation.isChiefs() ? conversation.value() : ConversationId.CHIEF;
  }

  private static Recipient read(ResultSet row) throws SQLException {
    return new Recipient(
        new SessionId(row.getString("id")),
        new ConversationId(row.getString("conversation_id")),
        row.getInt("context_number"),
        row.getString("ended_at") == null,
        UtcText.parse(row.getString("last_seen_at")));
  }
}
