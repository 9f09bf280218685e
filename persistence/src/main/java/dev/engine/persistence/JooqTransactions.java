package dev.engine.persistence;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** {@link Transactions} for ports that are written in jOOQ. Safe for several threads. */
final class JooqTransactions {

  private static final Settings SETTINGS =
      new Settings().withRenderSchema(false).withExecuteLogging(false);

  private final Transactions transactions;

  /** By connection, of which a store has a few; those of reads that were ended are closed. */
  private final Map<Connection, DSLContext> contexts =
      Collections.synchronizedMap(new IdentityHashMap<>());

  JooqTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  /** See {@link Transactions#read}. */
  <T> T read(Function<DSLContext, T> work) {
    return transactions.read(connection -> applied(connection, work));
  }

  /** See {@link Transactions#write}. */
  <T> T write(Function<DSLContext, T> work) {
    return transactions.write(connection -> applied(connection, work));
  }

  /** See {@link Transactions#together}. */
  <T> T together(Function<DSLContext, T> work) {
    return transactions.together(connection -> applied(connection, work));
  }

  private <T> T applied(Connection connection, Function<DSLContext, T> work) throws SQLException {
    try {
      return work.apply(context(connection));
    } catch (DataAccessException failure) {
      InvalidInput damaged = failure.getCause(InvalidInput.class);
      if (damaged != null) { // jOOQ makes an SQLException of what a converter throws
        throw damaged;
      }
      SQLException cause = failure.getCause(SQLException.class);
      if (cause == null) {
        throw failure;
      }
      throw cause;
    }
  }

  private DSLContext context(Connection connection) throws SQLException {
    DSLContext known = contexts.get(connection);
    return known == null ? newContext(connection) : known;
  }

  /** One connection is used by one thread at a time. */
  private DSLContext newContext(Connection connection) throws SQLException {
    synchronized (contexts) {
      for (Iterator<Connection> each = contexts.keySet().iterator(); each.hasNext(); ) {
        if (each.next().isClosed()) {
          each.remove();
        }
      }
      DSLContext context = DSL.using(connection, SQLDialect.SQLITE, SETTINGS);
      contexts.put(connection, context);
      return context;
    }
  }
}
