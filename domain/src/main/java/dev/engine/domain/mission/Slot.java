package dev.engine.domain.mission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One moment at which a scheduled mission is due, or was wanted. */
public record Slot(ScheduledMissionId mission, Instant at) {

  /**
   * A moment at {@code at}, or the millisecond after, that no schedule names: their slots are whole
   * seconds.
   */
  public static Slot wanted(ScheduledMissionId mission, Instant at) {
    Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
    boolean isWhole = millis.equals(millis.truncatedTo(ChronoUnit.SECONDS));
    return new Slot(mission, isWhole ? millis.plusMillis(1) : millis);
  }

  /** The next such moment. */
  public Slot later() {
    return wanted(mission, at.plusMillis(1));
  }
}
