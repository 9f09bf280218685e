package dev.engine.domain.mission;

import java.time.ZoneId;

/**
 * When a mission runs, and what becomes of slots that cannot run just then.
 *
 * @param zone the zone that the schedule is read in
 */
public record Timing(Schedule schedule, ZoneId zone, MissionPolicies policies) {

  /** With the policies of somebody who says nothing about them. */
  public static Timing of(Schedule schedule, ZoneId zone) {
    return new Timing(schedule, zone, MissionPolicies.DEFAULT);
  }

  /** Whether {@code other} has its slots at the same times. */
  boolean isDueAs(Timing other) {
    return schedule.equals(other.schedule) && zone.equals(other.zone);
  }
}
