package dev.engine.domain.hook;

import dev.engine.domain.journal.InMemoryJournal;

final class InMemoryCanariesTest implements CanariesContract {

  @Override
  public Canaries canaries() {
    return new InMemoryCanaries(new InMemoryJournal());
  }
}
