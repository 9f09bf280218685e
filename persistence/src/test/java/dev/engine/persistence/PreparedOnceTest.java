package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.core.CoreStatement;

final class PreparedOnceTest {

  private static final String QUERY = "SELECT value FROM numbers WHERE value > ? ORDER BY value";

  @TempDir private Path folder;

  private Connection raw;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    raw = CareFolder.connect(folder.resolve("numbers.db"));
    connection = PreparedOnce.over(raw);
    Sql.update(connection, "CREATE TABLE numbers (value INTEGER UNIQUE) STRICT");
    Sql.update(connection, "INSERT INTO numbers VALUES (1), (2), (3)");
  }

  @AfterEach
  void close() throws SQLException {
    raw.close();
  }

  @Test
  void aStatementThatWasClosedIsUsedAgain() throws SQLException {
    CoreStatement first;
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      first = statement.unwrap(CoreStatement.class);
    }

    try (PreparedStatement second = connection.prepareStatement(QUERY)) {
      assertThat(second.unwrap(CoreStatement.class)).isSameAs(first);
    }
  }

  @Test
  void eachUseHasItsOwnParameters() throws SQLException {
    assertThat(Sql.list(connection, row -> row.getInt(1), QUERY, 1)).containsExactly(2, 3);
    assertThat(Sql.list(connection, row -> row.getInt(1), QUERY, 2)).containsExactly(3);
    assertThat(Sql.list(connection, row -> row.getInt(1), QUERY, 0)).containsExactly(1, 2, 3);
  }

  @Test
  void oneTextCanBeInUseTwice() throws SQLException {
    try (PreparedStatement outer = connection.prepareStatement(QUERY)) {
      outer.setInt(1, 0);
      try (ResultSet row = outer.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(Sql.list(connection, inner -> inner.getInt(1), QUERY, 2)).containsExactly(3);

        assertThat(row.getInt(1)).isEqualTo(1);
      }
    }
  }

  @Test
  void oneThatFailedIsPreparedAnew() throws SQLException {
    String insert = "INSERT INTO numbers VALUES (?)";
    assertThatThrownBy(() -> Sql.update(connection, insert, 1)).isInstanceOf(SQLException.class);

    assertThat(Sql.update(connection, insert, 4)).isEqualTo(1);
  }

  @Test
  void closingTwiceIsClosingOnce() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(QUERY);
    statement.close();
    statement.close();

    assertThat(statement.isClosed()).isTrue();
    assertThat(Sql.list(connection, row -> row.getInt(1), QUERY, 2)).containsExactly(3);
  }

  @Test
  void moreTextsThanAreKeptCanBeUsed() throws SQLException {
    for (int limit : IntStream.rangeClosed(1, 600).toArray()) {
      Sql.list(connection, row -> row.getInt(1), QUERY + " LIMIT " + limit, 0);
    }

    assertThat(Sql.list(connection, row -> row.getInt(1), QUERY + " LIMIT 1", 0))
        .containsExactly(1);
  }
}
