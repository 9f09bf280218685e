package dev.engine.domain.hook;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the events that are fired to see whether events arrive. The journal is what
 * remembers it.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code CanariesContract} is this interface in tests.
 */
public interface Canaries {

  /**
   * Remembers a run.
   *
   * @param lost the names of the events that did not arrive
   * @return the run, with how long it has been failing
   */
  CanaryResult record(int arrivedCount, List<String> lost, Instant at);

  /** The run that was remembered last. */
  Optional<CanaryResult> last();
}
