package dev.engine.domain.journal;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import java.util.List;

/** What the journal of a store is told, for tests. */
public final class Told {

  private static final Limit ALL = new Limit(1_000);

  private Told() {}

  /** What it was told by {@code acts}, oldest first. */
  public static List<Happening> by(Storage storage, Runnable... acts) {
    long before = storage.journal().head();
    for (Runnable act : acts) {
      act.run();
    }
    return storage.journal().after(before, EventFilter.ALL, ALL).stream()
        .map(Event::happening)
        .toList();
  }
}
