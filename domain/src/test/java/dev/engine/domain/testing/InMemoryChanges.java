package dev.engine.domain.testing;

import dev.engine.domain.Changes;
import dev.engine.domain.journal.Journal;

/** {@link Changes} of the fakes, which tell the journal whatever they do. */
public final class InMemoryChanges implements Changes {

  private final Journal journal;

  InMemoryChanges(Journal journal) {
    this.journal = journal;
  }

  @Override
  public long version() {
    return journal.head();
  }
}
