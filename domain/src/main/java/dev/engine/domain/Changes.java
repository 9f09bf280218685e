package dev.engine.domain;

import dev.engine.domain.error.EngineException.StorageUnavailable;

/** Tells whether anything was stored since one last looked, whoever stored it. Cheap to ask. */
public interface Changes {

  /**
   * A number that differs from what this same object answered before if anything at all was
   * committed in between, by this process or another, and is equal if nothing was. Says nothing
   * else: neither what, nor how much, nor in which order.
   *
   * <p>Safe for several threads.
   *
   * @throws StorageUnavailable if the store cannot be asked now
   */
  long version();
}
