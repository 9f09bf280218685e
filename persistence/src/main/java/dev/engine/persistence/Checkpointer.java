package dev.engine.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Copies the write-ahead log of a serving store into the file, beside the writer, which else does
 * it in one of its commits while everybody waits for that. The writer's own checkpoint stays as it
 * is: it finds little left to copy, and is what starts the log anew where the writing never pauses.
 *
 * <p>Passive: it waits for nobody and nobody waits for it.
 */
final class Checkpointer implements AutoCloseable {

  /**
   * Two thirds of what makes the writer do it. While it goes on, commits share the disk with it: so
   * it is to be seldom enough that fewer than one call of a hook in a hundred meets it.
   */
  private static final int FRAMES = 8_000;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  /** What keeps a checkpoint from being made, a full disk for instance, often lasts. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final Path file;
  private final Connection connection;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;

  /** Starts the thread, to which {@code connection} belongs from now on. */
  Checkpointer(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.thread = Thread.ofPlatform().daemon().name("engine-checkpointer").start(this::run);
  }

  /** The log may have grown. */
  void committed() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** Returns when a checkpoint that is under way is done. */
  @Override
  public void close() {
    thread.interrupt();
    boolean wasInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException hurried) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      connection.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        news.acquire();
        news.drainPermits();
        copyIfLong();
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      } catch (SQLException fullOrBroken) {
        // The log only grows meanwhile: who writes is told by its own failures, and the person by
        // the length of the log.
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
      }
    }
  }

  private void copyIfLong() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (framesLeft(statement) >= FRAMES) {
        statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
      }
    }
  }

  private static int framesLeft(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
      return row.next() ? row.getInt("log") - row.getInt("checkpointed") : 0;
    }
  }
}
