package dev.engine.domain.briefing;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.Optional;

/**
 * How far in the journal each reader has looked. The journal is not told: that somebody looked
 * changes nothing in the fleet.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code LookMarksContract} is this interface in tests.
 */
public interface LookMarks {

  /** Where {@code reader} stands; empty if they never looked. */
  Optional<LookMark> find(Reader reader);

  /**
   * Marks everything up to an event as looked at by {@code reader}. A mark never goes back.
   *
   * @param upTo the position of the last event that they have seen; 0 if there was none
   */
  Looking advance(Reader reader, long upTo, Instant at);
}
