package dev.engine.benchmarks;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One statement each, by the port in jOOQ and in plain JDBC, for JMH to run and time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PingStatements {

  private static final int ROWS = 10_000;
  private static final Page PAGE = Page.first(new Limit(50));
  private static final Appeal APPEAL =
      new Appeal(null, new ConversationId("chief"), Urgency.NORMAL, "Go on?");

  /**
   * {@code jdbc}; {@code direct}, the port on the caller's own thread; or {@code serving}, the port
   * as the engine has it, where other threads do the work.
   */
  @Param({"jdbc", "direct", "serving"})
  @SuppressWarnings("NullAway.Init") // JMH sets it
  String way;

  private final SplittableRandom random = new SplittableRandom(7);
  private @Nullable ScratchStore scratch;

  @SuppressWarnings("NullAway.Init") // opened below
  private PingsUnderTest pings;

  /** Makes a store with {@value #ROWS} pings, and sees that both ways find the same there. */
  @Setup(Level.Trial)
  public void open() throws IOException, SQLException {
    ScratchStore created = ScratchStore.create();
    scratch = created;
    FilledTables.fill(created.file(), ROWS);
    pings = opened(way, created);
    try (PingsUnderTest plain = opened("jdbc", created)) {
      List<Ping> expected = plain.list(PAGE).subList(0, PAGE.limit().rows());
      List<Ping> got = pings.list(PAGE).subList(0, PAGE.limit().rows());
      if (!got.equals(expected)) {
        throw new IllegalStateException("%s finds %s, JDBC %s".formatted(way, got, expected));
      }
    }
  }

  /** Deletes the store. */
  @TearDown(Level.Trial)
  public void close() throws IOException, SQLException {
    pings.close();
    if (scratch != null) {
      scratch.close();
    }
  }

  /** An insert with its journal row, durable. */
  @Benchmark
  public Object insert() throws SQLException {
    return pings.send(APPEAL, Instant.now());
  }

  /** A read by id. */
  @Benchmark
  public Object find() throws SQLException {
    return pings.find(new PingId(FilledTables.idOf(random.nextInt(1, ROWS + 1))));
  }

  /** A page of fifty, the newest first. */
  @Benchmark
  public Object list() throws SQLException {
    return pings.list(PAGE);
  }

  private static PingsUnderTest opened(String way, ScratchStore store) throws SQLException {
    return switch (way) {
      case "jdbc" -> PlainPings.open(store.file());
      case "direct" ->
          PingsUnderTest.of(
              SqliteStorage.open(store.file(), ScratchStore.PATIENCE, new SplittableRandom()));
      case "serving" -> PingsUnderTest.of(store.serve());
      default -> throw new IllegalArgumentException(way); // text that JMH gives
    };
  }
}
