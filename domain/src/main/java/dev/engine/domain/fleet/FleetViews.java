package dev.engine.domain.fleet;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;

/**
 * The fleet as a board shows it. Any method may throw {@link StorageUnavailable}; {@code
 * FleetViewsContract} is this interface in tests.
 */
public interface FleetViews {

  /**
   * Every conversation that one of the live sessions is in, all as at one moment, the one whose
   * session started last at the front.
   *
   * @param most how many sessions at most; those started last are taken
   * @param now decides which failed workers wait for the person's attention: by {@link
   *     AttentionItem#FAILURE_SHOWN_FOR} and by what is put off until later
   */
  List<FleetLine> live(Limit most, Instant now);
}
