package dev.engine.domain.testing;

import dev.engine.domain.Changes;
import java.util.concurrent.atomic.AtomicLong;

/** {@link Changes} that hears of a change when it is told. */
public final class InMemoryChanges implements Changes {

  private final AtomicLong version = new AtomicLong();

  @Override
  public long version() {
    return version.get();
  }

  /** Something was stored. */
  public void happen() {
    version.incrementAndGet();
  }
}
