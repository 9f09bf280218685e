package dev.engine.domain.serving;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.ProcessIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link InstanceLocks} for the tests of everything above. */
public final class InMemoryInstanceLocks implements InstanceLocks {

  private final Map<HomeFolder, HomeFolder> links = new HashMap<>();
  private final Map<HomeFolder, ServingEngine> holders = new HashMap<>();

  /** Makes the database of {@code link} that of {@code home}. */
  public synchronized void link(HomeFolder link, HomeFolder home) {
    links.put(link, home);
  }

  @Override
  public synchronized Taking take(HomeFolder home, ProcessIdentity self) {
    HomeFolder database = links.getOrDefault(home, home);
    ServingEngine holder = holders.get(database);
    if (holder != null) {
      return new Taking.HeldBy(holder);
    }
    holders.put(database, new ServingEngine(self, null));
    return new Taking.Taken(new Lock(database, self));
  }

  @Override
  public synchronized Optional<ServingEngine> holder(HomeFolder home) {
    return Optional.ofNullable(holders.get(links.getOrDefault(home, home)));
  }

  /** Takes the lock of {@code home} from whoever holds it, as the end of a process does. */
  public synchronized void free(HomeFolder home) {
    remove(links.getOrDefault(home, home));
  }

  private synchronized void put(HomeFolder database, ServingEngine engine) {
    holders.put(database, engine);
  }

  private synchronized void remove(HomeFolder database) {
    holders.remove(database);
  }

  private final class Lock implements InstanceLock {

    private final HomeFolder database;
    private final ProcessIdentity self;

    Lock(HomeFolder database, ProcessIdentity self) {
      this.database = database;
      this.self = self;
    }

    @Override
    public void announce(Endpoint endpoint) {
      put(database, new ServingEngine(self, endpoint));
    }

    @Override
    public void close() {
      remove(database);
    }
  }
}
