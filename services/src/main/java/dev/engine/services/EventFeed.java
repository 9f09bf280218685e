package dev.engine.services;

import dev.engine.domain.Changes;
import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Journal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * New events of the journal, for readers who want them as they come, whichever process wrote them.
 *
 * <p>Each reader asks for what is behind the last position it was given, so a slow one holds up
 * nobody and nothing is kept for it: what it is behind by is in the journal. The newest events are
 * kept here once for all, so that many readers cost the store no more than one.
 *
 * <p>Safe for several threads. One of them has to call {@link #look} again and again.
 */
public final class EventFeed implements AutoCloseable {

  /** How many of the newest events are kept: what a busy fleet brings forth in some seconds. */
  private static final int WINDOW = 1_000;

  /** How many events one reading takes out of the journal. */
  private static final Limit PORTION = new Limit(500);

  private final Journal journal;
  private final Changes changes;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Condition reader = lock.newCondition();
  private final Deque<Event> window = new ArrayDeque<>();
  private long version;
  private long head;
  private int waiting;
  private boolean isClosed;

  /** A feed that begins with what is stored from now on. */
  public EventFeed(Journal journal, Changes changes) {
    this.journal = journal;
    this.changes = changes;
    this.version = changes.version();
    this.head = journal.head();
  }

  /**
   * What a reader is given.
   *
   * @param events oldest first; empty if none came in time
   * @param position what to go on behind: everything up to here was either given or not let through
   * @param isLast whether no more will come, because the feed is closed
   */
  public record Portion(List<Event> events, long position, boolean isLast) {}

  /** The position of the newest event that is stored; 0 if there is none. */
  public long newest() {
    look();
    return head();
  }

  private long head() {
    lock.lock();
    try {
      return head;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next events behind {@code position} that {@code filter} lets through; waits for one if
   * there are none yet.
   *
   * @param patience how long to wait
   * @throws InterruptedException if the reader is told to give up
   * @throws StorageUnavailable if the journal cannot be read now
   */
  public Portion next(long position, EventFilter filter, Duration patience)
      throws InterruptedException {
    long known;
    lock.lock();
    try {
      if (position >= head) {
        awaitNews(position, patience);
      }
      known = head;
      if (isClosed || position >= head || isInWindow(position)) {
        return fromWindow(position, filter);
      }
    } finally {
      lock.unlock();
    }
    return fromJournal(position, filter, known);
  }

  /**
   * Takes in what was stored since the last look, if anything was.
   *
   * @throws StorageUnavailable if the journal cannot be read now; the next look makes up for it
   */
  public synchronized void look() {
    long now = changes.version();
    if (now == version) {
      return;
    }
    List<Event> portion;
    do {
      portion = journal.after(head(), EventFilter.ALL, PORTION);
      take(portion);
    } while (portion.size() == PORTION.rows());
    version = now;
  }

  /** Waits until a reader waits for news, so that nobody looks for nobody. */
  public void awaitReader() throws InterruptedException {
    lock.lock();
    try {
      while (waiting == 0 && !isClosed) {
        reader.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sends every reader home with what there is. */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      news.signalAll();
      reader.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitNews(long position, Duration patience) throws InterruptedException {
    waiting++;
    reader.signalAll();
    try {
      long left = patience.toNanos();
      while (position >= head && !isClosed && left > 0) {
        left = news.awaitNanos(left);
      }
    } finally {
      waiting--;
    }
  }

  private void take(List<Event> portion) {
    if (portion.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      window.addAll(portion);
      while (window.size() > WINDOW) {
        window.removeFirst();
      }
      head = portion.getLast().position();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing behind {@code position} has dropped out of the window. */
  private boolean isInWindow(long position) {
    return !window.isEmpty() && window.getFirst().position() <= position + 1;
  }

  private Portion fromWindow(long position, EventFilter filter) {
    List<Event> events =
        window.stream()
            .filter(event -> event.position() > position && filter.lets(event.happening()))
            .toList();
    return new Portion(events, Math.max(position, head), isClosed);
  }

  /**
   * An empty reading means that there was nothing up to {@code known}, which the feed knew before.
   */
  private Portion fromJournal(long position, EventFilter filter, long known) {
    List<Event> events = journal.after(position, filter, PORTION);
    long reached = events.size() < PORTION.rows() ? known : events.getLast().position();
    long last = events.isEmpty() ? position : events.getLast().position();
    return new Portion(events, Math.max(reached, last), false);
  }
}
