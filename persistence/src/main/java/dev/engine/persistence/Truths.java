package dev.engine.persistence;

import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.session.ModelContext;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.SQLException;

/** Whether what a notice tells is still true, by the rows that it is about. */
final class Truths {

  private static final String COMPLETE =
      "SELECT 1 FROM workers WHERE id = ? AND status = 'complete' AND generation = ?";

  private static final String FAILED =
      "SELECT 1 FROM workers WHERE id = ? AND status = 'failed' AND generation = ?";

  private static final String OPEN = "SELECT 1 FROM pings WHERE id = ? AND acknowledged_at IS NULL";

  /** As {@link ModelContext#stillHolds} says it. */
  private static final String WARNED =
      """
      SELECT 1 FROM sessions
      WHERE id = ?
        AND ended_at IS NULL
        AND context_warning_level = ?
        AND (context_emptied_at IS NULL OR context_emptied_at <= ?)
      """;

  private Truths() {}

  /** Whether {@code due} may be told now, as far as its terms ask for it. */
  static boolean holds(Connection connection, Notification due) throws SQLException {
    Notice notice = due.notice();
    String id = notice.entityId();
    int generation = notice.terms().generation();
    return switch (notice.terms().stillTrue()) {
      case ALWAYS -> true;
      case WORKER_COMPLETE -> Sql.exists(connection, COMPLETE, id, generation);
      case WORKER_FAILED -> Sql.exists(connection, FAILED, id, generation);
      case PING_OPEN -> Sql.exists(connection, OPEN, id);
      case CONTEXT_WARNED ->
          Sql.exists(
              connection,
              WARNED,
              id,
              ModelContext.levelOf(generation),
              UtcText.of(due.createdAt()));
    };
  }
}
