package dev.engine.domain.contact;

import dev.engine.domain.journal.InMemoryJournal;
import java.util.random.RandomGenerator;

final class InMemoryContactsTest implements ContactsContract {

  @Override
  public Store store(RandomGenerator random) {
    InMemoryContacts contacts = new InMemoryContacts(random, new InMemoryJournal());
    return new Store(contacts, contacts);
  }
}
