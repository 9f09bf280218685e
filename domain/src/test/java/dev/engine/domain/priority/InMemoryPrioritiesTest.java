package dev.engine.domain.priority;

import dev.engine.domain.journal.InMemoryJournal;
import java.util.random.RandomGenerator;

final class InMemoryPrioritiesTest implements PrioritiesContract {

  @Override
  public Priorities priorities(RandomGenerator random) {
    return new InMemoryPriorities(random, new InMemoryJournal());
  }
}
