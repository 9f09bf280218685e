package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Journal;
import dev.engine.domain.journal.Pruning;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What happened, for whoever wants to look back or to follow. */
public final class EventLog {

  /** What one step of pruning removes at most: a few milliseconds of the write lock. */
  private static final Limit BATCH = new Limit(500);

  private static final ListOrder<Event, Long> NEWEST_FIRST =
      new ListOrder<>(
          "events",
          Event::position,
          position -> List.of(position.toString()),
          words -> Long.valueOf(words.getFirst()));

  private final Journal journal;
  private final InstantSource clock;

  public EventLog(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** What {@code filter} lets through, newest first. */
  public List<Event> latest(EventFilter filter, Limit limit) {
    return before(Long.MAX_VALUE, filter, limit);
  }

  /** What {@code filter} lets through, newest first. */
  public Listed<Event> page(EventFilter filter, Page page) {
    long front = NEWEST_FIRST.start(page).orElse(Long.MAX_VALUE);
    Limit rows = new Limit(page.rowsToFind());
    return NEWEST_FIRST.listed(journal.before(front, filter, rows), page);
  }

  /**
   * The event at {@code position}.
   *
   * @throws NotFound if there is none, or none any more
   */
  public Event show(long position) {
    return after(position - 1, EventFilter.ALL, new Limit(1)).stream()
        .filter(event -> event.position() == position)
        .findFirst()
        .orElseThrow(() -> new NotFound("event", position));
  }

  /** What {@code filter} lets through in front of {@code position}, newest first. */
  public List<Event> before(long position, EventFilter filter, Limit limit) {
    return journal.before(position, filter, limit);
  }

  /** What {@code filter} lets through behind {@code position}, oldest first. */
  public List<Event> after(long position, EventFilter filter, Limit limit) {
    return journal.after(position, filter, limit);
  }

  /** The position of the newest event; 0 if there never was one. It never goes back. */
  public long head() {
    return journal.head();
  }

  /**
   * Removes a few of the events that are older than {@code keptFor}, and says whether there are
   * more: whoever calls it again should let others write in between.
   */
  public Pruning prune(Duration keptFor) {
    return journal.prune(clock.instant().minus(keptFor), BATCH);
  }
}
