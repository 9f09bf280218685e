package dev.engine.persistence;

import dev.engine.persistence.Transactions.Work;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Threads that read for others, each with a connection of its own. Threads of the platform: a
 * virtual one would hold on to the thread that carries it while SQLite waits for the disk.
 *
 * <p>Safe for several threads. What one of them reads is one state, with everything in it that was
 * committed before.
 */
final class Readers implements AutoCloseable {

  private final Path file;
  private final Backlog backlog;
  private final List<CompletableFuture<Boolean>> ends;

  /** Starts a thread for each of {@code connections}, to which that belongs from now on. */
  Readers(Path file, List<StoreConnection> connections, int mostWaiting) {
    this.file = file;
    this.backlog = new Backlog(file, "reads", mostWaiting);
    this.ends = connections.stream().map(this::start).toList();
  }

  <T> T read(Work<T> work) {
    requireOutside();
    Handover<T> handover = new Handover<>(work);
    backlog.add(handover);
    return handover.result(file);
  }

  /** Refuses what comes from inside a read, which would wait for itself. */
  static void requireOutside() {
    if (Thread.currentThread() instanceof ReaderThread) {
      throw new IllegalStateException("a transaction inside a transaction");
    }
  }

  /** Accepts no more and returns when all that was accepted is done. */
  @Override
  public void close() {
    backlog.close();
    ends.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Boolean> start(StoreConnection connection) {
    ReaderThread thread = new ReaderThread(backlog, connection);
    thread.start();
    return thread.end;
  }

  private static final class ReaderThread extends Thread {

    private final Backlog backlog;
    private final StoreConnection connection;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    ReaderThread(Backlog backlog, StoreConnection connection) {
      super("engine-reader");
      setDaemon(true);
      this.backlog = backlog;
      this.connection = connection;
    }

    @Override
    public void run() {
      try (connection) {
        for (Handover<?> next = backlog.take(); next != null; next = backlog.take()) {
          next.run(connection::reading);
          next.finish();
        }
      } catch (SQLException nothingWasWritten) {
        // Only closing can fail here, and what was read has been read.
      } finally {
        end.complete(true);
      }
    }
  }
}
