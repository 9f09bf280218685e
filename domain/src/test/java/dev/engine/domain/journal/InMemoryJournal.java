package dev.engine.domain.journal;

import dev.engine.domain.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@link Journal} for the tests of everything above storage. The fakes of the other ports tell it
 * what they do; who makes them do it, it knows from {@link #as}.
 */
public final class InMemoryJournal implements Journal {

  private final List<Event> oldestFirst = new ArrayList<>();
  private final ThreadLocal<Actor> actor = ThreadLocal.withInitial(() -> Actor.ENGINE);
  private long head;

  /** Stores {@code happenings} in this order. */
  public synchronized void add(List<Happening> happenings) {
    happenings.forEach(this::add);
  }

  public synchronized void add(Happening happening) {
    oldestFirst.add(new Event(++head, actor.get(), happening));
  }

  /** Does {@code work} in the name of {@code other}, on this thread. */
  public <T> T as(Actor other, Callable<T> work) throws Exception {
    Actor before = actor.get();
    actor.set(other);
    try {
      return work.call();
    } finally {
      actor.set(before);
    }
  }

  @Override
  public synchronized List<Event> after(long position, EventFilter filter, Limit limit) {
    return oldestFirst.stream()
        .filter(event -> event.position() > position && filter.lets(event.happening()))
        .limit(limit.rows())
        .toList();
  }

  @Override
  public synchronized List<Event> before(long position, EventFilter filter, Limit limit) {
    return oldestFirst.reversed().stream()
        .filter(event -> event.position() < position && filter.lets(event.happening()))
        .limit(limit.rows())
        .toList();
  }

  @Override
  public synchronized long head() {
    return head;
  }

  @Override
  public synchronized Pruning prune(Instant olderThan, Limit batch) {
    List<Event> old =
        oldestFirst.stream()
            .filter(event -> event.position() < head)
            .filter(event -> event.happening().at().isBefore(olderThan))
            .toList();
    List<Event> removed = old.subList(0, Math.min(old.size(), batch.rows()));
    oldestFirst.removeAll(removed);
    return removed.size() < old.size()
        ? new Pruning.MoreLeft(removed.size())
        : new Pruning.Finished(removed.size());
  }
}
