package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.contact.ContactsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JooqContactsTest implements ContactsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Store store(RandomGenerator random) {
    Storage storage = store.empty(random);
    return new Store(storage.contacts(), storage.contactViews());
  }
}
