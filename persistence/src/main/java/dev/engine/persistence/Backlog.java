package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Works that wait for a thread, first come first served, at most so many. */
final class Backlog {

  private final Path file;
  private final String kind;
  private final int most;
  private final Queue<Handover<?>> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean isClosed;

  /**
   * @param kind {@code writes} or {@code reads}
   * @param most how many may wait
   */
  Backlog(Path file, String kind, int most) {
    this.file = file;
    this.kind = kind;
    this.most = most;
  }

  /**
   * Accepts {@code work}; it will be finished.
   *
   * @throws StorageUnavailable if too many wait already, or the store is being closed
   */
  void add(Handover<?> work) {
    lock.lock();
    try {
      if (isClosed) {
        throw new StorageUnavailable("database %s is being closed".formatted(file));
      }
      if (waiting.size() >= most) {
        throw new StorageUnavailable(
            "too many %s are waiting for database %s: at most %d".formatted(kind, file, most));
      }
      waiting.add(work);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next one; null if none is left and none will come. */
  @Nullable Handover<?> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !isClosed) {
        changed.awaitUninterruptibly();
      }
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }

  /** The next one, null if there is none now. */
  @Nullable Handover<?> poll() {
    lock.lock();
    try {
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes all that wait now. */
  List<Handover<?>> clear() {
    lock.lock();
    try {
      List<Handover<?>> all = List.copyOf(waiting);
      waiting.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Accepts no more. */
  void close() {
    lock.lock();
    try {
      isClosed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
