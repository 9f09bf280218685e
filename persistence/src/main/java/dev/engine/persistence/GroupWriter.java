package dev.engine.persistence;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.persistence.Transactions.Work;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The one thread of a serving store that writes. It does what is waiting, together, in one
 * transaction, and lets the callers go when that is on the disk: the disk is waited for once, not
 * once for each of them. A write that fails undoes only itself.
 *
 * <p>Safe for several threads. The turn among processes is taken for each batch and given on after
 * it, and a batch is bounded, so that others can write in between.
 */
final class GroupWriter implements AutoCloseable {

  private final Path file;
  private final StoreConnection connection;
  private final WriteTurns turns;
  private final Serving serving;
  private final Runnable afterCommit;
  private final Backlog backlog;
  private final Thread thread;
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  /**
   * Starts the thread, to which {@code connection} belongs from now on.
   *
   * @param afterCommit done on it after each batch, while others have the turn
   */
  GroupWriter(
      Path file,
      StoreConnection connection,
      WriteTurns turns,
      Serving serving,
      Runnable afterCommit) {
    this.file = file;
    this.connection = connection;
    this.turns = turns;
    this.serving = serving;
    this.afterCommit = afterCommit;
    this.backlog = new Backlog(file, "writes", serving.limits().waiting());
    this.thread = Thread.ofPlatform().daemon().name("engine-writer").start(this::run);
  }

  /** Returns when {@code work} is durable, or has failed and is undone. */
  <T> T write(Work<T> work) {
    Handover<T> handover = new Handover<>(work);
    backlog.add(handover);
    return handover.result(file);
  }

  /** A step inside a step, on the writer's own thread. */
  <T> T join(Work<T> work) {
    try {
      return connection.joining(work);
    } catch (SQLException | InvalidInput failure) {
      throw StorageFailures.ofStep(file, failure);
    }
  }

  /** As {@link #write}, with steps inside that join it. */
  <T> T writeTogether(Work<T> work) {
    return write(given -> connection.joinable(work));
  }

  boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  /** How many writes wait. */
  int waiting() {
    return backlog.size();
  }

  /** Accepts no more and returns when all that was accepted is done. */
  @Override
  public void close() {
    backlog.close();
    end.join();
    try {
      connection.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turns.close();
    }
  }

  private void run() {
    try {
      for (Handover<?> first = backlog.take(); first != null; first = backlog.take()) {
        write(first);
        Thread.interrupted(); // whatever a work left behind must not end a wait of the next ones
      }
    } finally {
      end.complete(true);
    }
  }

  private void write(Handover<?> first) {
    List<Handover<?>> batch = new ArrayList<>();
    try {
      inTurn(first, batch);
    } catch (Throwable failure) { // each caller gets it: the thread goes on
      if (batch.isEmpty()) {
        batch.add(first);
        batch.addAll(backlog.clear()); // they would wait in vain as well, one after the other
      }
      batch.forEach(handover -> handover.undone(failure));
      serving.gauge().failed(batch.size());
    }
  }

  private void inTurn(Handover<?> first, List<Handover<?>> batch) throws SQLException {
    long wanted = now();
    Moments moments;
    Duration left = turns.take();
    try {
      moments = committed(first, batch, left);
    } finally {
      turns.give();
    }
    batch.forEach(Handover::finish);
    afterCommit.run();
    serving
        .gauge()
        .committed(
            batch.size(),
            Duration.ofNanos(moments.begun() - wanted),
            Duration.ofNanos(moments.done() - moments.begun()),
            Duration.ofNanos(moments.committed() - moments.done()));
  }

  /** When a batch had its turn, when all its writes were done, when they were on the disk. */
  private record Moments(long begun, long done, long committed) {}

  private Moments committed(Handover<?> first, List<Handover<?>> batch, Duration left)
      throws SQLException {
    long begun = now();
    long done =
        connection.writing(
            left,
            given -> {
              doAll(first, batch, begun);
              return now();
            });
    return new Moments(begun, done, now());
  }

  /**
   * Those that come while others are being done are taken along.
   *
   * @param batch gets each that is begun
   */
  private void doAll(Handover<?> first, List<Handover<?>> batch, long begun) throws SQLException {
    for (Handover<?> next = first;
        next != null;
        next = isFull(batch, begun) ? null : backlog.poll()) {
      batch.add(next);
      next.run(connection::undoable);
    }
  }

  private boolean isFull(List<Handover<?>> batch, long begun) {
    ServingLimits limits = serving.limits();
    return batch.size() >= limits.batch() || now() - begun >= limits.batchTime().toNanos();
  }

  private long now() {
    return serving.nanoTime().getAsLong();
  }
}
