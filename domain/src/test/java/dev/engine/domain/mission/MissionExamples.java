package dev.engine.domain.mission;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.worker.Primitive;
import java.time.Instant;
import java.time.ZoneId;

/** Missions for tests, with everything irrelevant defaulted. */
public final class MissionExamples {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** What the fakes go by. */
  public static final Timetables TIMETABLES = new SimpleTimetables();

  private MissionExamples() {}

  /** A daily research mission in Berlin. */
  public static MissionPlan plan(String slug) {
    return new MissionPlan(
        new Slug(slug),
        "What happened in " + slug,
        "Summarise the day.",
        Primitive.RESEARCH,
        Timing.of(Schedule.parse("@daily"), ZoneId.of("Europe/Berlin")),
        null);
  }

  /** The same of a conversation that is told how it ends. */
  public static MissionPlan plan(String slug, ConversationId owner) {
    MissionPlan plan = plan(slug);
    return new MissionPlan(
        plan.slug(), plan.name(), plan.prompt(), plan.primitive(), plan.timing(), owner);
  }

  /** The same at other times. */
  public static MissionPlan plan(String slug, String schedule, MissionPolicies policies) {
    MissionPlan plan = plan(slug);
    return new MissionPlan(
        plan.slug(),
        plan.name(),
        plan.prompt(),
        plan.primitive(),
        new Timing(Schedule.parse(schedule), plan.zone(), policies),
        null);
  }

  /** A change of nothing but policies. */
  public static Amendment policies(PolicyAmendment policies) {
    return new Amendment(null, null, null, null, policies);
  }

  /** One that nobody owns, stored at noon. */
  public static ScheduledMission stored(ScheduledMissions missions, String slug) {
    return ((Scheduling.Scheduled) missions.add(plan(slug), TIMETABLES, NOON)).mission();
  }
}
