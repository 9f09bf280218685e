package dev.engine.persistence;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The empty file beside a database at which its writers queue, by POSIX locks on two of its bytes.
 * Whoever holds the first byte has the turn; whoever is next holds the second and waits for the
 * first. Without the second, a writer that has just given its turn on could take it again before
 * the one who waits is awake. The kernel wakes those who wait in the order in which they came, and
 * frees what a dead process held.
 *
 * <p>Open once in a process, in static state, against the rule of the house: POSIX locks belong to
 * the process, and closing <em>any</em> descriptor of a file drops all that the process holds on
 * it. Two stores that each opened this file would take away each other's turns. For the same reason
 * it is a file of its own, and not the database.
 *
 * <p>Threads of one process queue at a fair lock in front of it, so that at most one thread of a
 * process waits at the file.
 */
final class TurnFile implements AutoCloseable {

  private static final long TURN = 0;
  private static final long NEXT = 1;

  private static final Set<StandardOpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /** Guarded by itself, as are the numbers of users. */
  private static final Map<Path, TurnFile> OPENED = new HashMap<>();

  private final Path file;
  private final ReentrantLock threads = new ReentrantLock(true);
  private int users;

  /**
   * Guarded by {@link #threads}; null before the first turn, closed after a wait that was ended.
   */
  private @Nullable FileChannel channel;

  private @Nullable FileLock turn;

  private TurnFile(Path file) {
    this.file = file;
  }

  /**
   * The one of this process, to be closed as often as it was opened. The file is made when the
   * first turn is taken.
   */
  static TurnFile open(Path file) {
    synchronized (OPENED) {
      TurnFile opened = OPENED.computeIfAbsent(file, TurnFile::new);
      opened.users++;
      return opened;
    }
  }

  /**
   * Waits for the turn of this thread. An interrupt ends the wait.
   *
   * @param database whose turn it is, for messages
   * @return how much of the patience is left
   * @throws StorageUnavailable if the turn does not come in time
   * @throws StorageRefused if this file can not be made or written
   */
  Duration take(Path database, Duration patience) {
    if (threads.isHeldByCurrentThread()) {
      throw new IllegalStateException("a turn inside a turn");
    }
    Patience wait = new Patience(patience);
    boolean isTaken = false;
    try {
      lockThreads(wait);
      FileLock got = locked(wait);
      wait.stop();
      if (!got.isValid()) {
        throw new ClosedChannelException();
      }
      turn = got;
      isTaken = true;
      return wait.left();
    } catch (InterruptedException | FileLockInterruptionException interrupted) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable(
          "interrupted while waiting for a turn to write to %s".formatted(database), interrupted);
    } catch (ClosedChannelException patienceEnded) {
      throw late(database, patience);
    } catch (IOException failure) {
      throw new StorageUnavailable(
          "%s, at which writers wait for their turn, failed: %s".formatted(file, failure), failure);
    } finally {
      if (!isTaken) {
        wait.stop();
        unlockThreads();
      }
    }
  }

  /** Gives the turn of this thread on. */
  void give() {
    try {
      if (turn != null) {
        turn.release();
      }
    } catch (IOException failure) {
      drop();
    } finally {
      turn = null;
      threads.unlock();
    }
  }

  @Override
  public void close() {
    synchronized (OPENED) {
      if (--users == 0) {
        // Before anybody can open it anew: closing this one would drop the locks of that.
        OPENED.remove(file);
        drop();
      }
    }
  }

  private void lockThreads(Patience wait) throws InterruptedException, ClosedChannelException {
    if (!threads.hasQueuedThreads() && threads.tryLock()) {
      return;
    }
    wait.start();
    if (!threads.tryLock(wait.left().toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ClosedChannelException();
    }
  }

  private void unlockThreads() {
    if (threads.isHeldByCurrentThread()) {
      threads.unlock();
    }
  }

  private FileLock locked(Patience wait) throws IOException {
    FileChannel opened = opened();
    FileLock next = locked(opened, NEXT, wait);
    try {
      return locked(opened, TURN, wait);
    } finally {
      if (next.isValid()) { // else the wait was ended, and says so itself
        next.release();
      }
    }
  }

  private static FileLock locked(FileChannel channel, long position, Patience wait)
      throws IOException {
    FileLock free = channel.tryLock(position, 1, false);
    if (free != null) {
      return free;
    }
    wait.start(channel);
    return channel.lock(position, 1, false);
  }

  private FileChannel opened() throws IOException {
    FileChannel opened = channel;
    if (opened == null || !opened.isOpen()) {
      opened = created();
      channel = opened;
    }
    return opened;
  }

  private FileChannel created() throws IOException {
    try {
      return FileChannel.open(file, OPTIONS, DatabaseFiles.FILE_MODE);
    } catch (IOException failure) {
      Path mustBeWritable = Files.exists(file) ? file : DatabaseFiles.folder(file);
      if (Files.isWritable(mustBeWritable)) {
        throw failure;
      }
      throw new StorageRefused(
          "writers wait for their turn at %s, which cannot be opened: it and its folder must be"
                  .formatted(file)
              + " writable",
          failure);
    }
  }

  private void drop() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException closedNevertheless) {
      // Nothing was written to it, so nothing is lost.
    }
  }

  private EngineException late(Path database, Duration patience) {
    List<Long> holders = LockHolders.ofByte(file, TURN);
    String holder =
        holders.isEmpty() || holders.contains(ProcessHandle.current().pid())
            ? "another writer"
            : "another writer, process %d,".formatted(holders.getFirst());
    return new StorageUnavailable(
        "database %s is held by %s and no turn to write came within %d ms"
            .formatted(database, holder, patience.toMillis()));
  }
}
