package dev.engine.domain.serving;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.ProcessIdentity;
import java.util.Optional;

/**
 * Keeps a database to one serving engine: at most one process holds the lock of a database at a
 * time, by whichever home or link it comes to it. A process that ends, however it ends, holds none.
 *
 * <p>Any method may throw {@link StorageUnavailable} if the file system refuses. {@code
 * InstanceLocksContract} is this interface in tests.
 */
public interface InstanceLocks {

  /** Takes the lock of {@code home}'s database for {@code self}, or says who holds it. */
  Taking take(HomeFolder home, ProcessIdentity self);

  /** Who holds the lock of {@code home}'s database now; empty if nobody does. */
  Optional<ServingEngine> holder(HomeFolder home);
}
