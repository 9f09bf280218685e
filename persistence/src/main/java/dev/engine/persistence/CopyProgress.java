package dev.engine.persistence;

import dev.engine.domain.database.Progress;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How far a backup has come: the first half is the copy, the second its verification.
 *
 * @param bytes about how large the copy will be, 1 or more
 */
record CopyProgress(long bytes, Progress progress) {

  static CopyProgress of(Connection connection, Progress progress) throws SQLException {
    long bytes =
        (long) Connections.header(connection, "page_count")
            * Connections.header(connection, "page_size");
    return new CopyProgress(Math.max(1, bytes), progress);
  }

  /** That many bytes of the copy are written. */
  void copied(long done) {
    progress.report(Math.min(done, bytes), 2 * bytes);
  }

  /** That many of all steps of the verification are done. */
  void verified(long steps, long all) {
    progress.report(bytes + bytes * steps / all, 2 * bytes);
  }
}
