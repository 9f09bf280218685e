package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both ways to use a database promise. */
final class TransactionsTest {

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void create() {
    file = TestDatabases.file(folder);
  }

  @Nested
  final class Direct extends Promises {
    @Override
    Transactions open() {
      return DirectTransactions.shared(
          file, Connections.open(file, TestDatabases.BUSY_TIMEOUT), TestDatabases.BUSY_TIMEOUT);
    }
  }

  @Nested
  final class ServingMany extends Promises {
    @Override
    Transactions open() {
      return ServingTransactions.open(
          file, TestDatabases.BUSY_TIMEOUT, Serving.standard(System::nanoTime));
    }
  }

  /** The same for both. */
  abstract static class Promises {

    private Transactions transactions;

    abstract Transactions open();

    @BeforeEach
    void start() {
      transactions = open();
    }

    @AfterEach
    void stop() {
      transactions.close();
    }

    @Test
    void whatWasWrittenIsRead() {
      transactions.write(connection -> insert(connection, 1));

      assertThat(transactions.read(TransactionsTest::ids)).containsExactly("00000001");
    }

    @Test
    void aFailureUndoesTheWholeStep() {
      assertThatThrownBy(
              () ->
                  transactions.write(
                      connection -> {
                        insert(connection, 1);
                        throw new Conflict("no");
                      }))
          .isInstanceOf(Conflict.class);

      assertThat(transactions.read(TransactionsTest::ids)).isEmpty();
    }

    @Test
    void aFailureOfSqliteIsOneOfOurs() {
      transactions.write(connection -> insert(connection, 1));

      assertThatThrownBy(() -> transactions.write(connection -> insert(connection, 1)))
          .isInstanceOf(Conflict.class);
    }

    @Test
    void aStoredValueWithoutSenseIsDamage() {
      assertThatThrownBy(
              () ->
                  transactions.read(
                      connection -> {
                        throw new InvalidInput("id", "8 digits", "x");
                      }))
          .isInstanceOf(StorageRefused.class)
          .hasMessageContaining("holds a row that Engine did not write");
    }

    @Test
    void aFailureShowsWhoWantedIt() {
      assertThatThrownBy(
              () ->
                  transactions.write(
                      connection -> {
                        throw new Conflict("no");
                      }))
          .satisfies(
              failure ->
                  assertThat(failure.getStackTrace())
                      .anyMatch(frame -> frame.getMethodName().equals("aFailureShowsWhoWantedIt")));
    }

    @Test
    void stepsThatAreTakenTogetherSeeOneAnother() {
      List<String> seen =
          transactions.together(
              outer -> {
                transactions.write(connection -> insert(connection, 1));
                return transactions.read(TransactionsTest::ids);
              });

      assertThat(seen).containsExactly("00000001");
      assertThat(transactions.read(TransactionsTest::ids)).containsExactly("00000001");
    }

    @Test
    void stepsThatAreTakenTogetherAreUndoneTogether() {
      assertThatThrownBy(
              () ->
                  transactions.together(
                      outer -> {
                        transactions.write(connection -> insert(connection, 1));
                        insert(outer, 2);
                        throw new Conflict("no");
                      }))
          .isInstanceOf(Conflict.class);

      assertThat(transactions.read(TransactionsTest::ids)).isEmpty();
    }

    @Test
    void oneOfThemThatFailsUndoesItself() {
      transactions.together(
          outer -> {
            insert(outer, 1);
            assertThatThrownBy(() -> transactions.write(TransactionsTest::insertTwoAndFail))
                .isInstanceOf(Conflict.class);
            return transactions.together(inner -> insert(inner, 4));
          });

      assertThat(transactions.read(TransactionsTest::ids)).containsExactly("00000001", "00000004");
    }

    @Test
    void aStepInsideAStepIsABug() {
      List<Transactions.Work<Object>> nested =
          List.of(
              connection -> transactions.read(TransactionsTest::ids),
              connection -> transactions.write(inner -> insert(inner, 1)),
              connection -> transactions.together(inner -> insert(inner, 1)));

      for (Transactions.Work<Object> step : nested) {
        assertThatThrownBy(() -> transactions.write(step))
            .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.read(step)).isInstanceOf(IllegalStateException.class);
      }
    }

    @Test
    void afterSomethingWasTakenTogetherAStepInsideAStepIsABugAgain() {
      transactions.together(connection -> insert(connection, 1));

      assertThatThrownBy(
              () -> transactions.write(connection -> transactions.read(TransactionsTest::ids)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static int insert(Connection connection, int number) throws SQLException {
    return Sql.update(
        connection,
        """
        INSERT INTO priorities (id, content, level, created_at)
        VALUES (?, 'x', 'low', '2026-01-05T12:00:00.000Z')
        """,
        "%08d".formatted(number));
  }

  private static int insertTwoAndFail(Connection connection) throws SQLException {
    insert(connection, 2);
    insert(connection, 3);
    throw new Conflict("no");
  }

  private static List<String> ids(Connection connection) throws SQLException {
    return Sql.list(connection, row -> row.getString(1), "SELECT id FROM priorities ORDER BY id");
  }
}
