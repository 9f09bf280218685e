package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a store that serves many callers does. */
final class ServingTransactionsTest {

  private static final int MOST_WAITING = 8;

  @TempDir private Path folder;

  private final Batches batches = new Batches();
  private final CountDownLatch go = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private Path file;
  private ServingTransactions transactions;

  @BeforeEach
  void open() {
    file = TestDatabases.file(folder);
    transactions = open(TestDatabases.BUSY_TIMEOUT);
  }

  @AfterEach
  void close() {
    go.countDown();
    callers.close();
    transactions.close();
  }

  @Test
  void whatComesWhileTheWriterIsBusyIsCommittedTogether() throws Exception {
    Future<Integer> first = holdUp();
    List<Future<Integer>> others = writeAll(2, 3, 4);

    go.countDown();

    first.get();
    for (Future<Integer> other : others) {
      assertThat(other.get()).isEqualTo(1);
    }
    transactions.close();
    assertThat(batches.committed).containsExactly(4);
    assertThat(rows()).containsExactly("00000001", "00000002", "00000003", "00000004");
  }

  @Test
  void oneThatFailsUndoesOnlyItself() throws Exception {
    Future<Integer> first = holdUp();
    Future<Integer> bad =
        callers.submit(
            () ->
                transactions.write(
                    connection -> {
                      insert(connection, 2);
                      throw new Conflict("no");
                    }));
    awaitWaiting(1);
    Future<Integer> taken = callers.submit(() -> transactions.write(given -> insert(given, 1)));
    awaitWaiting(2);
    Future<Integer> good = callers.submit(() -> transactions.write(given -> insert(given, 3)));
    awaitWaiting(3);

    go.countDown();

    first.get();
    good.get();
    assertThatThrownBy(bad::get).hasCauseInstanceOf(Conflict.class);
    assertThatThrownBy(taken::get).hasCauseInstanceOf(Conflict.class);
    assertThat(rows()).containsExactly("00000001", "00000003");
  }

  @Test
  void aFailedCommitFailsAllOfThem() throws Exception {
    Future<Integer> first = holdUp();
    Future<Integer> second = callers.submit(() -> transactions.write(given -> insert(given, 2)));
    awaitWaiting(1);
    Future<Integer> last =
        callers.submit(
            () ->
                transactions.write(
                    connection -> {
                      Sql.update(connection, "PRAGMA defer_foreign_keys = ON");
                      return Sql.update(
                          connection,
                          """
                          INSERT INTO pings (id, session_id, message, urgency, created_at)
                          VALUES ('0000000a', '0000000b', 'x', 'low', '2026-01-05T12:00:00.000Z')
                          """);
                    }));
    awaitWaiting(2);

    go.countDown();

    for (Future<Integer> each : List.of(first, second, last)) {
      assertThatThrownBy(each::get).hasCauseInstanceOf(Conflict.class);
    }
    assertThat(rows()).isEmpty();
    assertThat(transactions.<Integer>write(connection -> insert(connection, 4))).isEqualTo(1);
  }

  @Test
  void moreThanMayWaitAreRefusedAtOnce() throws Exception {
    Future<Integer> first = holdUp();
    List<Future<Integer>> waiting = writeAll(IntStream.rangeClosed(2, MOST_WAITING + 1).toArray());

    assertThatThrownBy(() -> transactions.write(connection -> insert(connection, 99)))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("too many writes are waiting")
        .hasMessageContaining("at most 8");

    go.countDown();
    first.get();
    for (Future<Integer> accepted : waiting) {
      assertThat(accepted.get()).isEqualTo(1);
    }
  }

  @Test
  void closingFinishesWhatWasAccepted() throws Exception {
    Future<Integer> first = holdUp();
    List<Future<Integer>> waiting = writeAll(2, 3);
    CompletableFuture<Void> closed = CompletableFuture.runAsync(transactions::close);
    awaitRefusal();

    go.countDown();

    closed.get();
    first.get();
    for (Future<Integer> accepted : waiting) {
      assertThat(accepted.get()).isEqualTo(1);
    }
    assertThat(rows()).containsExactly("00000001", "00000002", "00000003");
  }

  @Test
  void anInterruptedCallerGetsItsResultAndKeepsTheInterrupt() throws Exception {
    Future<Integer> first = holdUp();
    CompletableFuture<String> seen = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  int inserted = transactions.write(connection -> insert(connection, 2));
                  seen.complete(inserted + " " + Thread.currentThread().isInterrupted());
                });
    awaitWaiting(1);
    caller.interrupt();

    go.countDown();

    first.get();
    assertThat(seen.get()).isEqualTo("1 true");
    assertThat(rows()).containsExactly("00000001", "00000002");
  }

  @Test
  void anotherProcessWritesInBetween() throws Exception {
    try (Transactions other =
        DirectTransactions.shared(
            file, Connections.open(file, TestDatabases.BUSY_TIMEOUT), TestDatabases.BUSY_TIMEOUT)) {
      List<Future<?>> ours = new ArrayList<>();
      for (int i = 0; i < MOST_WAITING; i++) {
        int first = i * 10;
        ours.add(callers.submit(() -> writeTen(transactions, first)));
      }

      for (int i = MOST_WAITING; i < 20; i++) {
        writeTen(other, i * 10);
      }

      for (Future<?> each : ours) {
        each.get();
      }
    }

    assertThat(rows()).hasSize(200);
  }

  @Test
  void ifNoTurnComesAllThatWaitAreToldSoAndLaterOnesAreServed() throws Exception {
    try (TurnFile turns = TurnFile.open(DatabaseFiles.turns(file));
        ServingTransactions impatient = open(Duration.ofMillis(50))) {
      turns.take(file, Duration.ZERO);
      List<Future<Integer>> waiting = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int number = i;
        waiting.add(callers.submit(() -> impatient.write(given -> insert(given, number))));
      }

      for (Future<Integer> each : waiting) {
        assertThatThrownBy(each::get).hasCauseInstanceOf(StorageUnavailable.class);
      }

      turns.give();
      assertThat(impatient.<Integer>write(given -> insert(given, 9))).isEqualTo(1);
    }
    assertThat(batches.failed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
    assertThat(rows()).containsExactly("00000009");
  }

  @Test
  void aReadSeesWhatWasCommittedAndWaitsForNoWriter() throws Exception {
    transactions.write(connection -> insert(connection, 7));
    Future<Integer> first = holdUp();

    List<String> seen = transactions.read(ServingTransactionsTest::ids);

    assertThat(seen).containsExactly("00000007");
    go.countDown();
    first.get();
  }

  @Test
  void aReaderCannotWrite() {
    assertThatThrownBy(() -> transactions.read(connection -> insert(connection, 1)))
        .isInstanceOf(RuntimeException.class);

    assertThat(rows()).isEmpty();
  }

  @Test
  void anErrorIsTheCallersAndTheWriterGoesOn() {
    assertThatThrownBy(
            () ->
                transactions.write(
                    connection -> {
                      throw new StackOverflowError("too deep");
                    }))
        .isInstanceOf(StackOverflowError.class);

    assertThat(transactions.<Integer>write(connection -> insert(connection, 1))).isEqualTo(1);
  }

  @Test
  void theLogIsCopiedIntoTheFileWithoutTheWriter() {
    String large = "x".repeat(100_000);
    for (int i = 0; i < 340; i++) { // some 8,500 pages: too few for the writer to copy them
      int number = i;
      transactions.write(connection -> insertContact(connection, number, large));
    }

    await(() -> !CareFolder.query(file, "PRAGMA wal_checkpoint(NOOP)").getFirst().endsWith("|0"));
  }

  private ServingTransactions open(Duration patience) {
    ServingLimits limits =
        new ServingLimits(MOST_WAITING, 100, Duration.ofMinutes(1), 2, Duration.ofHours(1));
    return ServingTransactions.open(file, patience, new Serving(limits, System::nanoTime, batches));
  }

  /** Keeps the writer busy with the first write until {@link #go}. */
  private Future<Integer> holdUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Future<Integer> first =
        callers.submit(
            () ->
                transactions.write(
                    connection -> {
                      begun.countDown();
                      awaitGo();
                      return insert(connection, 1);
                    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    return first;
  }

  private void awaitGo() {
    try {
      assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private List<Future<Integer>> writeAll(int... numbers) {
    List<Future<Integer>> writes = new ArrayList<>();
    for (int number : numbers) {
      writes.add(callers.submit(() -> transactions.write(given -> insert(given, number))));
    }
    awaitWaiting(numbers.length);
    return writes;
  }

  private static void writeTen(Transactions transactions, int first) {
    for (int i = 0; i < 10; i++) {
      int number = first + i;
      transactions.write(connection -> insert(connection, number));
    }
  }

  private void awaitWaiting(int writes) {
    await(() -> transactions.waitingWrites() == writes);
  }

  /** Until closing has begun. */
  private void awaitRefusal() {
    await(
        () -> {
          try {
            transactions.read(ServingTransactionsTest::ids);
            return false;
          } catch (StorageUnavailable refused) {
            return true;
          }
        });
  }

  private static void await(BooleanSupplier fact) {
    for (int tries = 0; tries < 10_000 && !fact.getAsBoolean(); tries++) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(fact.getAsBoolean()).isTrue();
  }

  private List<String> rows() {
    return CareFolder.query(file, "SELECT id FROM priorities ORDER BY id");
  }

  private static List<String> ids(Connection connection) throws SQLException {
    return Sql.list(connection, row -> row.getString(1), "SELECT id FROM priorities ORDER BY id");
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

  private static int insertContact(Connection connection, int number, String notes)
      throws SQLException {
    return Sql.update(
        connection,
        """
        INSERT INTO contacts (id, name, notes, created_at, updated_at)
        VALUES (?, 'x', ?, '2026-01-05T12:00:00.000Z', '2026-01-05T12:00:00.000Z')
        """,
        "%08d".formatted(number),
        notes);
  }

  /** Keeps what it hears. */
  private static final class Batches implements WriterGauge {

    private final ConcurrentLinkedQueue<Integer> committed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> failed = new ConcurrentLinkedQueue<>();

    @Override
    public void committed(int writes, Duration turn, Duration work, Duration commit) {
      assertThat(List.of(turn, work, commit)).noneMatch(Duration::isNegative);
      committed.add(writes);
    }

    @Override
    public void failed(int writes) {
      failed.add(writes);
    }
  }
}
