package dev.engine.domain.mission;

import dev.engine.domain.worker.Primitive;
import java.time.Instant;
import java.time.ZoneId;

/** Missions for tests, with everything irrelevant defaulted. */
public final class MissionExamples {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private MissionExamples() {}

  /** A daily research mission in Berlin. */
  public static MissionPlan plan(String slug) {
    return new MissionPlan(
        new Slug(slug),
        "What happened in " + slug,
        "Summarise the day.",
        Primitive.RESEARCH,
        Schedule.parse("@daily"),
        ZoneId.of("Europe/Berlin"));
  }

  /** The same, stored at noon. */
  public static ScheduledMission stored(ScheduledMissions missions, String slug) {
    return ((Scheduling.Scheduled) missions.add(plan(slug), NOON)).mission();
  }
}
