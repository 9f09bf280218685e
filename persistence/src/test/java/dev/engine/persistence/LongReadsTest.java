package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.ping.PingExamples;
import dev.engine.persistence.SqliteDatabase.Checkpoint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A read that does not come to an end is ended, so that it holds neither the log nor a reader. */
final class LongReadsTest {

  private static final Duration LIMIT = ServingLimits.STANDARD.longestRead();
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

  @TempDir private Path folder;

  private final AtomicLong nanos = new AtomicLong();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private Path file;
  private ServingTransactions transactions;

  @BeforeEach
  void open() {
    file = TestDatabases.file(folder);
    ServingLimits limits = new ServingLimits(8, 8, Duration.ofMinutes(1), 1, LIMIT);
    transactions =
        ServingTransactions.open(
            file, TestDatabases.BUSY_TIMEOUT, new Serving(limits, nanos::get, WriterGauge.NONE));
  }

  @AfterEach
  void close() {
    go.countDown();
    callers.close();
    transactions.close();
  }

  @Test
  void anIdleOneHoldsTheLogUntilItIsEndedAndFailsWhenItGoesOn() throws Exception {
    Future<Integer> idle = callers.submit(() -> transactions.read(this::thinkInTheMidst));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    write();
    assertThat(checkpoint()).isEqualTo(Checkpoint.IN_USE);

    pass(LIMIT.plusMillis(1));
    List<EndedRead> ended = transactions.endLongReads();

    assertThat(ended)
        .containsExactly(new EndedRead("LongReadsTest.thinkInTheMidst", LIMIT.plusMillis(1)));
    assertThat(checkpoint()).isEqualTo(Checkpoint.EMPTIED);
    go.countDown();
    assertThatThrownBy(idle::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("was ended after 10.0 s: LongReadsTest.thinkInTheMidst");
  }

  @Test
  void oneThatIsBusyInSqliteIsBrokenOff() throws Exception {
    Future<Integer> busy = callers.submit(() -> transactions.read(this::count));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    pass(LIMIT.plusMillis(1));

    assertThat(transactions.endLongReads()).hasSize(1);

    assertThatThrownBy(() -> busy.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StorageUnavailable.class);
  }

  @Test
  void theReaderReadsOnForOthers() throws Exception {
    Future<Integer> idle = callers.submit(() -> transactions.read(this::thinkInTheMidst));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    pass(LIMIT.plusMillis(1));
    transactions.endLongReads();
    go.countDown();
    assertThatThrownBy(idle::get).hasCauseInstanceOf(StorageUnavailable.class);

    assertThat(transactions.<Integer>read(LongReadsTest::pings)).isZero();
    assertThat(transactions.endLongReads()).isEmpty();
  }

  @Test
  void oneWithinTheLimitIsLeftAlone() throws Exception {
    Future<Integer> idle = callers.submit(() -> transactions.read(this::thinkInTheMidst));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    pass(LIMIT);

    assertThat(transactions.endLongReads()).isEmpty();

    go.countDown();
    assertThat(idle.get()).isZero();
  }

  @Test
  void whatIsOverIsNotEnded() {
    transactions.<Integer>read(LongReadsTest::pings);
    pass(LIMIT.plusDays(1));

    assertThat(transactions.endLongReads()).isEmpty();
  }

  private Integer thinkInTheMidst(Connection connection) throws SQLException {
    pings(connection);
    begun.countDown();
    try {
      assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return pings(connection);
  }

  private Integer count(Connection connection) throws SQLException {
    begun.countDown();
    return Sql.first(connection, row -> row.getInt(1), ENDLESS).orElseThrow();
  }

  private static Integer pings(Connection connection) throws SQLException {
    return Sql.first(connection, row -> row.getInt(1), "SELECT count(*) FROM pings").orElseThrow();
  }

  private void write() {
    try (SqliteStorage storage =
        SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
      storage.pings().send(PingExamples.question("After?"), PingExamples.NOON);
    }
  }

  private Checkpoint checkpoint() {
    return new SqliteDatabase(file, Duration.ofMillis(50), InstantSource.system())
        .checkpoint(Duration.ofMillis(50));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
