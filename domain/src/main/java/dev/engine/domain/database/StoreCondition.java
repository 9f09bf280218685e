package dev.engine.domain.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store fares on the machine that it is on.
 *
 * @param room null if nobody knows
 */
public record StoreCondition(@Nullable DiskRoom room, LogHold log) {

  /** Nobody has looked. */
  public static final StoreCondition UNKNOWN = new StoreCondition(null, new LogHold(0, List.of()));
}
