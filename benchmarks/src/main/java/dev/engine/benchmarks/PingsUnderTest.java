package dev.engine.benchmarks;

import dev.engine.domain.Page;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingId;
import dev.engine.persistence.SqliteStorage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The steps that {@link PingStatements} measures, done one way or another. */
interface PingsUnderTest extends AutoCloseable {

  /** Stores an open ping, with its row in the journal. */
  Ping send(Appeal appeal, Instant at) throws SQLException;

  /** The ping of this id, if there is one. */
  List<Ping> find(PingId id) throws SQLException;

  /** Pings, the one sent last at the front, and one more than the page shows. */
  List<Ping> list(Page page) throws SQLException;

  @Override
  void close() throws SQLException;

  /** By the port, which {@code storage} gives. */
  static PingsUnderTest of(SqliteStorage storage) {
    return new PingsUnderTest() {
      @Override
      public Ping send(Appeal appeal, Instant at) {
        return storage.pings().send(appeal, at);
      }

      @Override
      public List<Ping> find(PingId id) {
        return storage.pings().find(id).stream().toList();
      }

      @Override
      public List<Ping> list(Page page) {
        return storage.pings().list(PingFilter.ALL, page).items();
      }

      @Override
      public void close() {
        storage.close();
      }
    };
  }
}
