package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.Transactions.Work;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads for others, one after the other, on a connection of its own. A read can be ended from
 * outside; then its connection is gone, and the next read gets a new one.
 */
final class ReaderThread extends Thread {

  private final Path file;
  private final Backlog backlog;
  private final Supplier<StoreConnection> opening;
  private final LongSupplier nanoTime;
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  /** Over what follows, which whoever ends a read changes too. */
  private final ReentrantLock lock = new ReentrantLock();

  private StoreConnection connection;
  private boolean isReading;
  private long begunNanos;
  private @Nullable EndedRead ended;

  /**
   * @param connection belongs to it from now on
   * @param opening makes another one
   * @param nanoTime see {@link Serving}
   */
  ReaderThread(
      Path file,
      Backlog backlog,
      StoreConnection connection,
      Supplier<StoreConnection> opening,
      LongSupplier nanoTime) {
    super("engine-reader");
    setDaemon(true);
    this.file = file;
    this.backlog = backlog;
    this.connection = connection;
    this.opening = opening;
    this.nanoTime = nanoTime;
  }

  @Override
  public void run() {
    try {
      for (Handover<?> next = backlog.take(); next != null; next = backlog.take()) {
        next.run(this::read);
        next.finish();
      }
      connection.close();
    } catch (SQLException nothingWasWritten) {
      // Only closing can fail here, and what was read has been read.
    } finally {
      end.complete(true);
    }
  }

  /** Waits until it has done what the backlog had for it. */
  void awaitEnd() {
    end.join();
  }

  /**
   * Ends the read that is under way if it has lasted longer than {@code limit}: its transaction is
   * gone at once, whatever it is doing, and it fails at its next statement.
   */
  Optional<EndedRead> endIfLongerThan(Duration limit) {
    lock.lock();
    try {
      Duration length = Duration.ofNanos(nanoTime.getAsLong() - begunNanos);
      if (!isReading || ended != null || length.compareTo(limit) <= 0) {
        return Optional.empty();
      }
      ended = new EndedRead(reader(), length);
      connection.cut();
      return Optional.of(ended);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      lock.unlock();
    }
  }

  private <T> T read(Work<T> work) throws SQLException {
    StoreConnection mine = begin();
    try {
      return mine.reading(work);
    } catch (SQLException | RuntimeException failure) {
      requireNotEnded(failure);
      throw failure;
    } finally {
      finish();
    }
  }

  private StoreConnection begin() {
    lock.lock();
    try {
      if (ended != null) {
        connection = opening.get();
        ended = null;
      }
      begunNanos = nanoTime.getAsLong();
      isReading = true;
      return connection;
    } finally {
      lock.unlock();
    }
  }

  private void finish() {
    lock.lock();
    try {
      isReading = false;
    } finally {
      lock.unlock();
    }
  }

  private void requireNotEnded(Exception failure) {
    lock.lock();
    try {
      if (ended != null) {
        throw new StorageUnavailable(
            "reading database %s took longer than it may and was ended after %.1f s: %s"
                .formatted(file, ended.length().toMillis() / 1_000.0, ended.reader()),
            failure);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The port's method that is being read for: the first one inside the transaction. */
  private String reader() {
    String found = "unknown";
    for (StackTraceElement frame : getStackTrace()) {
      if (frame.getClassName().equals(StoreConnection.class.getName())) {
        break;
      }
      if (isOfPort(frame)) {
        found = simpleName(frame.getClassName()) + "." + methodName(frame.getMethodName());
      }
    }
    return found;
  }

  private static boolean isOfPort(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.engine.")
        && !frame.getClassName().endsWith("Transactions");
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** That of the method around it, if it is one that the compiler made of a lambda. */
  private static String methodName(String name) {
    String[] parts = name.split("\\$", -1);
    return parts.length > 1 ? parts[1] : name;
  }
}
