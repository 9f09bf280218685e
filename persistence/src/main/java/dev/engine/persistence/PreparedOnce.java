package dev.engine.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection that keeps the statements that were prepared on it: to close one puts it back, to
 * prepare the same text again takes it out. SQLite spends more time on preparing a statement than
 * on running it.
 *
 * <p>A statement that is out is not there for a second taker, and one that failed is not put back.
 * Whoever takes one closes its result set, binds all of its parameters and runs it.
 */
final class PreparedOnce implements InvocationHandler {

  /** The ports know fewer texts; lists of values make some of different lengths. */
  private static final int MOST_KEPT = 256;

  private final Connection connection;
  private final SequencedMap<String, PreparedStatement> kept = new LinkedHashMap<>();

  private PreparedOnce(Connection connection) {
    this.connection = connection;
  }

  /** What stands for {@code connection} from now on; not safe for several threads at a time. */
  static Connection over(Connection connection) {
    return proxy(Connection.class, new PreparedOnce(connection));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return method.getName().equals("prepareStatement")
            && arguments != null
            && arguments.length == 1 // with more it is one of another kind
        ? taken((String) arguments[0])
        : called(connection, method, arguments);
  }

  private PreparedStatement taken(String sql) throws SQLException {
    PreparedStatement statement = kept.remove(sql);
    return proxy(
        PreparedStatement.class,
        new Taken(sql, statement == null ? connection.prepareStatement(sql) : statement));
  }

  private void putBack(String sql, PreparedStatement statement) throws SQLException {
    PreparedStatement other = kept.putIfAbsent(sql, statement);
    if (other != null) {
      statement.close();
    } else if (kept.size() > MOST_KEPT) {
      kept.pollFirstEntry().getValue().close();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            PreparedOnce.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object called(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }

  /** A statement in somebody's hands. */
  private final class Taken implements InvocationHandler {

    private final String sql;
    private final PreparedStatement statement;
    private boolean hasFailed;
    private boolean isClosed;

    Taken(String sql, PreparedStatement statement) {
      this.sql = sql;
      this.statement = statement;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      return switch (method.getName()) {
        case "close" -> {
          close();
          yield null;
        }
        case "isClosed" -> isClosed;
        default -> passedOn(method, arguments);
      };
    }

    private @Nullable Object passedOn(Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        return called(statement, method, arguments);
      } catch (SQLException failure) {
        hasFailed = true;
        throw failure;
      }
    }

    private void close() throws SQLException {
      if (isClosed) {
        return;
      }
      isClosed = true;
      if (hasFailed) {
        statement.close();
      } else {
        putBack(sql, statement);
      }
    }
  }
}
