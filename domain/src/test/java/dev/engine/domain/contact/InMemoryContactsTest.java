package dev.engine.domain.contact;

import java.util.random.RandomGenerator;

final class InMemoryContactsTest implements ContactsContract {

  @Override
  public Store store(RandomGenerator random) {
    InMemoryContacts contacts = new InMemoryContacts(random);
    return new Store(contacts, contacts);
  }
}
