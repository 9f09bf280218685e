package dev.engine.domain.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store fares on the machine that it is on.
 *
 * @param room null if nobody knows
 * @param copy how its continuous copy stands; null if there is none
 */
public record StoreCondition(@Nullable DiskRoom room, LogHold log, @Nullable CopyStanding copy) {

  /** Nobody has looked. */
  public static final StoreCondition UNKNOWN = new StoreCondition(null, new LogHold(0, List.of()));

  /** Of one that is not copied all the time. */
  public StoreCondition(@Nullable DiskRoom room, LogHold log) {
    this(room, log, null);
  }
}
