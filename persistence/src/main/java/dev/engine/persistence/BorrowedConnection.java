package dev.engine.persistence;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lends one connection with a transaction open. Whoever borrows it may believe to begin, commit and
 * close as often as they like: the transaction stays the lender's.
 */
final class BorrowedConnection implements DataSource {

  private final Connection lent;

  BorrowedConnection(Connection lent) {
    this.lent = lent;
  }

  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            BorrowedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Borrower(lent));
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  private static final class Borrower implements InvocationHandler {

    private final Connection lent;
    private boolean isAutoCommit = true;

    Borrower(Connection lent) {
      this.lent = lent;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      return switch (method.getName()) {
        case "commit", "rollback", "close" -> null; // the lender does
        case "getAutoCommit" -> isAutoCommit;
        case "setAutoCommit" -> {
          isAutoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
          yield null;
        }
        default -> passedOn(method, arguments);
      };
    }

    private @Nullable Object passedOn(Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        return method.invoke(lent, arguments);
      } catch (InvocationTargetException failure) {
        throw failure.getCause() == null ? failure : failure.getCause();
      }
    }
  }
}
