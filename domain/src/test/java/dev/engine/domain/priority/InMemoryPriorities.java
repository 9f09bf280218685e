package dev.engine.domain.priority;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.priority.Priority.State;
import dev.engine.domain.priority.PriorityFilter.Which;
import dev.engine.domain.priority.Standing.Spot;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Priorities} for the tests of everything above storage. */
public final class InMemoryPriorities implements Priorities {

  private static final Comparator<Spot> BY_SPOT =
      Comparator.<Spot, String>comparing(spot -> spot.pool().name())
          .thenComparingLong(Spot::position);

  /** In the order in which they stand; what is done stands anywhere. */
  private final List<Priority> all = new ArrayList<>();

  /** Of those that are gone. They keep their place in the list, so that nobody else gets it. */
  private final Set<PriorityId> removed = new HashSet<>();

  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryPriorities(RandomGenerator random, InMemoryJournal journal) {
    this.random = random;
    this.journal = journal;
  }

  @Override
  public synchronized Priority add(PriorityText content, Level level, Pool pool, Instant at) {
    PriorityId id = PriorityId.random(random);
    while (removed.contains(id) || find(id).isPresent()) {
      id = PriorityId.random(random);
    }
    Priority added = Priority.added(id, content, level, pool, at);
    all.add(added);
    journal.add(PriorityEvents.added(added));
    return added;
  }

  @Override
  public synchronized Optional<Priority> find(PriorityId id) {
    return kept().filter(stored -> stored.id().equals(id)).findFirst();
  }

  @Override
  public synchronized Completion complete(PriorityId id, Instant at) {
    Priority stored = find(id).orElse(null);
    if (stored == null) {
      return new Completion.NoSuchPriority(id);
    }
    if (!stored.isOpen()) {
      return new Completion.CompletedBefore(stored);
    }
    journal.add(PriorityEvents.completed(stored, at));
    return new Completion.CompletedNow(replaced(stored, stored.done(at)));
  }

  @Override
  public synchronized Reopening reopen(PriorityId id, Instant at) {
    Priority stored = find(id).orElse(null);
    if (stored == null) {
      return new Reopening.NoSuchPriority(id);
    }
    if (stored.isOpen()) {
      return new Reopening.NotDone(stored);
    }
    journal.add(PriorityEvents.reopened(stored, at));
    return new Reopening.Reopened(atTheEnd(stored, stored.reopened()));
  }

  @Override
  public synchronized Amending amend(PriorityId id, Amendment amendment, Instant at) {
    return find(id)
        .<Amending>map(stored -> new Amending.Amended(amended(stored, amendment, at)))
        .orElseGet(() -> new Amending.NoSuchPriority(id));
  }

  @Override
  public synchronized Move move(PriorityId id, Place place, Instant at) {
    Priority stored = find(id).orElse(null);
    if (stored == null) {
      return new Move.NoSuchPriority(id);
    }
    if (!stored.isOpen()) {
      return new Move.AlreadyDone(stored);
    }
    Move move = moved(stored, place);
    if (move instanceof Move.Moved moved) {
      journal.add(PriorityEvents.moved(moved.priority(), place, at));
    }
    return move;
  }

  private Move moved(Priority stored, Place place) {
    return switch (place) {
      case Place.First first -> new Move.Moved(inserted(stored, 0));
      case Place.Last last -> new Move.Moved(atTheEnd(stored, stored));
      case Place.EndOf end -> new Move.Moved(atTheEnd(stored, stored.in(end.pool())));
      case Place.Before before -> before(stored, before.other());
    };
  }

  @Override
  public synchronized Removal remove(PriorityId id, Instant at) {
    Priority stored = find(id).orElse(null);
    if (stored == null) {
      return new Removal.NoSuchPriority(id);
    }
    removed.add(id);
    journal.add(PriorityEvents.removed(stored, at));
    return new Removal.Removed(stored);
  }

  @Override
  public synchronized Listed<Priority> list(PriorityFilter filter, Page page) {
    return switch (filter.which()) {
      case Which.Open open -> open(filter, page);
      case Which.CarriedOver over -> open(filter, page);
      case Which.DoneSince since -> InMemoryPages.newestFirst(matching(filter), DONE_ORDER, page);
    };
  }

  @Override
  public synchronized List<PoolSummary> pools(Limit limit) {
    return kept()
        .collect(
            Collectors.groupingBy(
                stored -> stored.pool().name(), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(InMemoryPriorities::summary)
        .limit(limit.rows())
        .toList();
  }

  private Priority amended(Priority stored, Amendment amendment, Instant at) {
    Priority amended = replaced(stored, stored.amended(amendment));
    journal.add(PriorityEvents.amended(stored, amended, at));
    return amended;
  }

  private Listed<Priority> open(PriorityFilter filter, Page page) {
    return InMemoryPages.page(
            matching(filter).map(stored -> new Standing(stored, all.indexOf(stored))),
            OPEN_ORDER,
            BY_SPOT,
            page)
        .map(Standing::priority);
  }

  private Stream<Priority> kept() {
    return all.stream().filter(stored -> !removed.contains(stored.id()));
  }

  private Stream<Priority> matching(PriorityFilter filter) {
    return kept()
        .filter(stored -> filter.pool() == null || filter.pool().equals(stored.pool()))
        .filter(stored -> matches(filter.which(), stored));
  }

  private Move before(Priority stored, PriorityId other) {
    Optional<Priority> anchor =
        find(other).filter(Priority::isOpen).filter(found -> found.pool().equals(stored.pool()));
    if (anchor.isEmpty()) {
      return new Move.NoSuchPlace(stored, other);
    }
    int index = all.indexOf(anchor.get());
    boolean shiftsAnchor = all.indexOf(stored) < index;
    return new Move.Moved(inserted(stored, shiftsAnchor ? index - 1 : index));
  }

  private Priority inserted(Priority stored, int index) {
    all.remove(stored);
    all.add(index, stored);
    return stored;
  }

  private Priority atTheEnd(Priority stored, Priority next) {
    all.remove(stored);
    all.add(next);
    return next;
  }

  private Priority replaced(Priority stored, Priority next) {
    all.set(all.indexOf(stored), next);
    return next;
  }

  private static boolean matches(Which which, Priority stored) {
    return switch (which) {
      case Which.Open open -> stored.isOpen();
      case Which.CarriedOver over -> stored.isOpen() && stored.createdAt().isBefore(over.instant());
      case Which.DoneSince since ->
          stored.state() instanceof State.Done done && !done.at().isBefore(since.instant());
    };
  }

  private static PoolSummary summary(List<Priority> pool) {
    long open = pool.stream().filter(Priority::isOpen).count();
    return new PoolSummary(
        pool.getFirst().pool(), Math.toIntExact(open), Math.toIntExact(pool.size() - open));
  }
}
