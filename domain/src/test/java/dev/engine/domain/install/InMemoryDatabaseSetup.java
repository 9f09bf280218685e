package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.HashSet;
import java.util.Set;

/** {@link DatabaseSetup} for the tests of everything above: databases that are only noted. */
public final class InMemoryDatabaseSetup implements DatabaseSetup {

  private static final int VERSION = 32;

  private final Set<HomeFolder> prepared = new HashSet<>();

  @Override
  public synchronized Prepared prepare(HomeFolder home) {
    return new Prepared(prepared.add(home) ? Change.MADE : Change.NONE, VERSION);
  }

  @Override
  public synchronized int version(HomeFolder home) {
    if (!prepared.contains(home)) {
      throw new StorageUnavailable("there is no database " + home.database());
    }
    return VERSION;
  }
}
