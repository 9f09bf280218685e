package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A view of a store through which no step may change a row without telling the journal. Triggers
 * count the changes, so that it guards every table and every verb that there will ever be, as soon
 * as a test uses it.
 */
final class JournalGuard implements InvocationHandler {

  /** The journal itself, and what is no state of the fleet: how it was told of, how it is kept. */
  private static final Set<String> NO_STATE =
      Set.of(
          "events",
          "hook_calls",
          "context_samples",
          "tool_calls",
          "idempotent_requests",
          "look_marks",
          "notification_offers",
          "guarded_changes");

  /**
   * That a session was seen again, and by how much its context has grown, is told by nothing: it
   * would be most of the journal. For what a worker waits follows from the rest, and from the time.
   */
  private static final Set<String> SIGNS_OF_LIFE =
      Set.of(
          "sessions.last_seen_at",
          "sessions.context_percent",
          "sessions.context_read_at",
          "sessions.context_stale_percent",
          "workers.queue");

  /** Both in one snapshot: no other thread's step can come between the two. */
  private static final String COUNTS =
      "SELECT (SELECT count(*) FROM guarded_changes) AS changes,"
          + " (SELECT coalesce(max(id), 0) FROM events) AS head";

  private record Counts(long changes, long head) {}

  private final Object target;
  private final Path file;

  private JournalGuard(Object target, Path file) {
    this.target = target;
    this.file = file;
  }

  /** Has the database count its changes. */
  static void install(Path file) {
    try (Connection connection = open(file)) {
      Sql.update(connection, "CREATE TABLE guarded_changes (what TEXT NOT NULL) STRICT");
      for (String table : StoredTables.names(connection, "main")) {
        if (!NO_STATE.contains(table)) {
          install(connection, table);
        }
      }
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param file the one of {@code storage}, with the guard installed
   */
  static Storage over(Storage storage, Path file) {
    return view(Storage.class, storage, file);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return target instanceof Storage
          ? view(method.getReturnType(), method.invoke(target, arguments), file)
          : guarded(method, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private @Nullable Object guarded(Method method, Object @Nullable [] arguments)
      throws ReflectiveOperationException, SQLException {
    Counts before = counts();
    Object result = method.invoke(target, arguments);
    Counts after = counts();
    if (after.changes() > before.changes()) {
      assertThat(after.head())
          .as("%s changed rows: it must tell the journal", method)
          .isGreaterThan(before.head());
    }
    return result;
  }

  private Counts counts() throws SQLException {
    try (Connection connection = open(file)) {
      return Sql.first(
              connection, row -> new Counts(row.getLong("changes"), row.getLong("head")), COUNTS)
          .orElseThrow();
    }
  }

  private static void install(Connection connection, String table) throws SQLException {
    List<String> columns =
        Sql.list(
            connection,
            row -> row.getString("name"),
            "SELECT name FROM pragma_table_info(?)",
            table);
    String isOther =
        columns.stream()
            .filter(column -> !SIGNS_OF_LIFE.contains(table + "." + column))
            .map(column -> "OLD.%1$s IS NOT NEW.%1$s".formatted(column))
            .collect(Collectors.joining(" OR "));
    trigger(connection, table, "INSERT", "");
    trigger(connection, table, "DELETE", "");
    trigger(connection, table, "UPDATE", "WHEN " + isOther);
  }

  private static void trigger(Connection connection, String table, String change, String condition)
      throws SQLException {
    Sql.update(
        connection,
        "CREATE TRIGGER guard_%1$s_%2$s AFTER %2$s ON %1$s %3$s BEGIN INSERT INTO guarded_changes VALUES ('%1$s'); END"
            .formatted(table, change, condition));
  }

  private static <T> T view(Class<T> type, Object target, Path file) {
    return type.cast(
        Proxy.newProxyInstance(
            JournalGuard.class.getClassLoader(),
            new Class<?>[] {type},
            new JournalGuard(target, file)));
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
