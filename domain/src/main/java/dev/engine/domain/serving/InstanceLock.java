package dev.engine.domain.serving;

/** A lock that is held until it is closed, or its process ends. */
public interface InstanceLock extends AutoCloseable {

  /** Lets others read in the lock where its holder listens. */
  void announce(Endpoint endpoint);

  /** Gives the lock free. Doing it twice is harmless. */
  @Override
  void close();
}
